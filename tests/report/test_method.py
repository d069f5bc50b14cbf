"""The note on method as a page."""

from __future__ import annotations

from sovstats.report.method import render_markdown


def test_addresses_in_the_note_become_text_and_html_stays_text():
    html = render_markdown(
        "# T\n\n[words](https://example.org/a) <https://example.org> <b>x</b> `a_b` "
        "![p](https://example.org/p.png)",
        {"a_b"},
    )
    assert "words (https://example.org/a)" in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert '<a href="claims/a_b.html"><code>a_b</code></a>' in html
    assert 'href="http' not in html
    assert "<img" not in html
