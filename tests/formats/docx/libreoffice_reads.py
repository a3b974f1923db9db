"""Prints, as JSON, what LibreOffice reads in documents; it runs in a Python that has LibreOffice's module `uno`.

    libreoffice_reads.py FILE.docx...

For each file, and for all its tracked changes accepted and rejected: the text, with the words of each note where its
mark stands; the words at the edges of its pages; the words in its text boxes.
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

# LibreOffice 7.4 crashes over UNO on any document that has comments.
COMMENTS = rb"<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*/>"
EDGES = [f"{where}Text{which}" for where in ("Header", "Footer") for which in ("", "Left", "First")]


def main(files):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        office, context = started(Path(folder))
        try:
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            found = {
                file: {view: read(desktop, context, Path(file), view, Path(folder)) for view in ("Accept", "Reject")}
                for file in files
            }
        finally:
            # What is called soffice only starts the program that does the work.
            os.killpg(office.pid, signal.SIGKILL)
            office.wait()
    json.dump(found, sys.stdout)


def started(folder):
    import uno

    profile, pipe = f"-env:UserInstallation={(folder / 'profile').as_uri()}", f"instrument{os.getpid()}"
    command = ["soffice", profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
    office = subprocess.Popen(command, stdout=sys.stderr, start_new_session=True)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return office, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    sys.exit("LibreOffice did not start")


def read(desktop, context, file, view, folder):
    from office import spread_notes  # beside this script

    copy, printed = folder / "read.docx", folder / "read.txt"
    copy_without_comments(file, copy)
    text = desktop.loadComponentFromURL(copy.as_uri(), "_blank", 0, properties(Hidden=True, UpdateDocMode=0))
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    dispatcher.executeDispatch(text.CurrentController.Frame, f".uno:{view}AllTrackedChanges", "", 0, ())
    edges, boxes = list(at_the_edges(text)), list(in_boxes(text))
    spread_notes(text)
    text.storeToURL(printed.as_uri(), properties(FilterName="Text (encoded)", FilterOptions="UTF8"))
    text.close(True)
    return {"text": printed.read_text("utf-8-sig"), "edges": edges, "boxes": boxes}


def copy_without_comments(file, copy):
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, re.sub(COMMENTS, b"", data) if name.endswith(".xml") else data)


def properties(**values):
    from com.sun.star.beans import PropertyValue

    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def at_the_edges(text):
    styles = text.StyleFamilies.getByName("PageStyles")
    for style in filter(lambda each: each.isInUse(), map(styles.getByName, styles.ElementNames)):
        yield from (words for name in EDGES for words in paragraphs(getattr(style, name)))


def paragraphs(content):
    """The words of paragraphs, also those in tables."""
    for each in content or ():
        if each.supportsService("com.sun.star.text.Paragraph"):
            yield each.getString()
        else:
            yield from (each.getCellByName(name).getString() for name in each.CellNames)


def in_boxes(text):
    shapes = map(text.DrawPage.getByIndex, range(text.DrawPage.Count))
    yield from (shape.getString() for shape in shapes if hasattr(shape, "getString"))


if __name__ == "__main__":
    main(sys.argv[1:])
