"""Cairo, as the libraries of many desktop programs write PDF."""

import math

import cairocffi as cairo

from . import maker
from .hand import encoded, pixels

made = maker("cairo")


def drawn(feature, size=(595, 842), version=None, pages=1):
    def decorate(draw):
        @made(feature)
        def write(path):
            surface = cairo.PDFSurface(str(path), *size)
            if version:
                surface.set_version(version)
            for _ in range(pages):
                draw(cairo.Context(surface), surface)
                surface.show_page()
            surface.finish()
        return write
    return decorate


@drawn("text-and-lines")
def text(pen, _):
    pen.select_font_face("DejaVu Serif")
    pen.set_font_size(28)
    pen.move_to(72, 100)
    pen.show_text("Grüße, Ελλάδα, Київ")
    pen.set_line_width(0.1)
    pen.move_to(72, 120)
    pen.line_to(500, 120)
    pen.stroke()


@drawn("gradients-with-alpha")
def gradients(pen, _):
    ramp = cairo.LinearGradient(0, 0, 595, 0)
    ramp.add_color_stop_rgba(0, 1, 0, 0, 0.2)
    ramp.add_color_stop_rgba(0.5, 0, 1, 0, 1)
    ramp.add_color_stop_rgba(1, 0, 0, 1, 0.8)
    pen.set_source(ramp)
    pen.paint()
    ball = cairo.RadialGradient(300, 400, 10, 300, 400, 200)
    ball.add_color_stop_rgba(0, 1, 1, 1, 1)
    ball.add_color_stop_rgba(1, 0, 0, 0, 0.5)
    pen.set_source(ball)
    pen.arc(300, 400, 200, 0, 2 * math.pi)
    pen.fill()


@drawn("group-with-alpha")
def group(pen, _):
    pen.push_group()
    pen.set_source_rgb(0.9, 0.2, 0.1)
    pen.rectangle(100, 100, 200, 200)
    pen.fill()
    pen.pop_group_to_source()
    pen.paint_with_alpha(0.4)
    pen.set_operator(cairo.OPERATOR_MULTIPLY)
    pen.set_source_rgb(0, 0.5, 1)
    pen.rectangle(200, 200, 200, 200)
    pen.fill()


@drawn("repeated-pattern")
def pattern(pen, _):
    tile = cairo.ImageSurface(cairo.FORMAT_ARGB32, 16, 16)
    brush = cairo.Context(tile)
    brush.set_source_rgba(0, 0.4, 0.8, 0.7)
    brush.arc(8, 8, 6, 0, 2 * math.pi)
    brush.fill()
    held = cairo.SurfacePattern(tile)
    held.set_extend(cairo.EXTEND_REPEAT)
    pen.set_source(held)
    pen.paint()


@drawn("picture-in-jpeg")
def jpeg(pen, surface):
    picture = cairo.ImageSurface(cairo.FORMAT_RGB24, 64, 64)
    picture.set_mime_data("image/jpeg", encoded(pixels("RGB"), "JPEG"))
    pen.translate(100, 100)
    pen.scale(4, 4)
    pen.set_source_surface(picture)
    pen.paint()


@drawn("mask")
def mask(pen, _):
    ramp = cairo.LinearGradient(0, 0, 0, 842)
    ramp.add_color_stop_rgba(0, 0, 0, 0, 1)
    ramp.add_color_stop_rgba(1, 0, 0, 0, 0)
    pen.set_source_rgb(0.2, 0.6, 0.3)
    pen.mask(ramp)


@drawn("version-1.4", version=cairo.PDF_VERSION_1_4, pages=3)
def old(pen, _):
    pen.rectangle(10, 10, 100, 100)
    pen.fill()


@drawn("page-of-fractions", size=(419.528, 297.638))
def fractions(pen, _):
    pen.set_source_rgb(0.5, 0.5, 0.5)
    pen.paint()


@drawn("empty")
def empty(_, __):
    pass
