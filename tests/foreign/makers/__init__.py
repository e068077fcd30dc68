"""The list of files to be made. A maker is a module of this package; it enters each of its files here with the feature that the file is about."""

FILES = {}


def enter(maker, feature, write):
    """Enters a file: `write` takes the path to write to, and the file is called MAKER-FEATURE.pdf."""
    name = f"{maker}-{feature}"
    if name in FILES:
        raise ValueError(f"{name} is entered twice")
    FILES[name] = write


def maker(name):
    """The decorator with which a maker enters its functions: `@made("feature")`."""
    def made(feature):
        def decorate(write):
            enter(name, feature, write)
            return write
        return decorate
    return made
