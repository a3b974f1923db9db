"""What LibreOffice reads in Word files, many in one session; run by a Python that has `uno`, with nothing of ours.

Standard input is a list of [file, "accept" or "reject"], standard output the list of their lines, both as JSON. The
words of each note stand where its mark does.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time


def prop(name, value):
    from com.sun.star.beans import PropertyValue

    return PropertyValue(Name=name, Value=value)


def connected(pipe):
    import uno

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def read(context, path, mode, folder):
    """The lines of a file. A program that has only just begun opens nothing, or lets the command pass."""
    for _ in range(10):
        lines = tried(context, path, mode, folder)
        if lines is not None:
            return lines
        time.sleep(0.5)
    raise SystemExit(f"LibreOffice leaves tracked changes in {path}")


def tried(context, path, mode, folder):
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = (prop("Hidden", True), prop("UpdateDocMode", 0))
    document = desktop.loadComponentFromURL("file://" + path, "_blank", 0, hidden)
    if document is None:
        return None
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, f".uno:{mode.capitalize()}AllTrackedChanges", "", 0, ())
    left = document.Redlines.createEnumeration().hasMoreElements()
    spread_notes(document)
    result = os.path.join(folder, "read.txt")
    text = (prop("FilterName", "Text (encoded)"), prop("FilterOptions", "UTF8"))
    document.storeToURL("file://" + result, text)
    document.close(True)
    with open(result, encoding="utf-8-sig") as lines:
        return None if left else lines.read().splitlines()


def spread_notes(document):
    """Put the words of each note where its mark stands: as text, LibreOffice writes the marks alone."""
    document.RecordChanges = False
    for notes in (document.Footnotes, document.Endnotes):
        for note in reversed([notes.getByIndex(place) for place in range(notes.Count)]):
            note.getAnchor().setString(f" {note.getString()} ")


def main():
    wanted = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        pipe = f"reading{os.getpid()}"
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
             f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        try:
            context = connected(pipe)
            json.dump([read(context, path, mode, folder) for path, mode in wanted], sys.stdout)
            with contextlib.suppress(Exception):  # It says that the bridge is gone, which it is.
                context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
            office.wait(20)
        finally:
            office.kill()
            office.wait()


if __name__ == "__main__":
    main()
