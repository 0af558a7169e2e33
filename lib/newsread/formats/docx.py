"""A Word document (.docx): its paragraphs, and the properties its author gave it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from newsread.formats.extract import Extract, one_line

# A document of words is small; one that unpacks to more than this is not an article.
LARGEST = 200_000_000


def read_docx(raw: bytes, name: str) -> Extract:
    """The paragraphs in order, a table's cells among them; title and author if it names them.

    The day a document was made is not the day its article was published: it is handed on
    as ``made`` only.
    """
    document = _open(raw, name)
    paragraphs = list(_paragraphs(document))
    properties = document.core_properties
    title = one_line(properties.title)
    if paragraphs and paragraphs[0][1] == "Title":
        title = one_line(paragraphs.pop(0)[0])
    text = "\n\n".join(text for text, _ in paragraphs)
    if not text.strip():
        raise ValueError(
            f"{name} is a Word document without text (pictures only?). Copy the article's "
            'text and paste it: load_article(text="…").'
        )
    fields = {"title": title, "author": one_line(properties.author)}
    if fields["author"] == "python-docx":  # what a program wrote, not who
        fields["author"] = ""
    return Extract(
        text=text,
        fields={key: value for key, value in fields.items() if value},
        where="document",
        has_header=True,
        made=_day(properties.created),
    )


def _open(raw: bytes, name: str):
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    problem = f"{name} is not a Word document (.docx) that can be read"
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST:
                raise ValueError(f"{problem}: unpacked, it would be larger than any article.")
        return Document(io.BytesIO(raw))
    except zipfile.BadZipFile:
        raise ValueError(
            f"{problem}: it is damaged, or something else. Save it again as .docx."
        ) from None
    except (KeyError, PackageNotFoundError, SyntaxError) as error:
        raise ValueError(f"{problem} ({error}). Save it again as .docx.") from None


def _paragraphs(document):
    """(text, style) of each paragraph with letters in it, in the order of the page."""
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            seen = set()
            for cell in (cell for row in block.rows for cell in row.cells):
                if cell._tc not in seen:  # a merged cell is given once for each row it spans
                    seen.add(cell._tc)
                    yield from ((p.text.strip(), "") for p in cell.paragraphs if p.text.strip())
        elif block.text.strip():
            yield block.text.strip(), block.style.name if block.style is not None else ""


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None
