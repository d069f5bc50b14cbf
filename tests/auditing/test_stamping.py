"""Stamping: the anchors of every row are written, or nothing is."""

from __future__ import annotations

import errno
from pathlib import Path

from support.texts import texts_folder

from sovstats.cli.entry import main


def test_stamping_where_one_may_only_read_is_one_sentence(copy, monkeypatch, capsys):
    def refuse(path, data):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    arguments = ["audit", str(texts_folder()), "--stamp", "--data", str(copy)]
    assert main(arguments) == 2
    first = copy / "raw" / "anchors" / "alarm_full.csv"
    assert capsys.readouterr().err == (
        f"sovstats: {first}: it cannot be written (Permission denied); nothing was "
        "changed, free the disk, change its permissions or name another folder\n"
    )
