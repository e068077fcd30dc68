"""Where the makers find what is not theirs: fonts of Debian, and the profile of this repository."""

import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parents[1]
REPOSITORY = HERE.parents[1]
CMYK_PROFILE = REPOSITORY / "templates/printers/FOGRA39L_coated.icc"
TRUETYPE = pathlib.Path("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf")
RGB_PROFILE = pathlib.Path("/usr/share/color/icc/ghostscript/default_rgb.icc")
GREY_PROFILE = pathlib.Path("/usr/share/color/icc/ghostscript/default_gray.icc")


def run(*command, folder=None, **environment):
    """Runs a maker; its words are shown only when it fails."""
    done = subprocess.run([str(word) for word in command], cwd=folder, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed with {done.returncode}: {done.stdout[-600:].decode(errors='replace')}")
