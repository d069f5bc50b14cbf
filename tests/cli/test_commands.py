"""The commands: what each prints and how it exits."""

from __future__ import annotations


def test_check_prints_a_table_and_the_contradictions_and_exits_0(run):
    status, output, errors = run("check")
    assert (status, errors) == (0, "")
    assert "all claims" in output
    assert "Contradicted by the texts' own numbers" in output
    assert all(len(line) < 80 for line in output.splitlines())


def test_strict_check_fails_on_contradictions(run):
    assert run("check", "--strict")[0] == 1
    assert run("check", "--strict", "--kind", "conversion")[0] == 0


def test_explain_shows_readings_and_places(run):
    status, output, _ = run("check", "--explain", "cattle_fall")
    assert status == 0
    for word in ("literal", "written", "hedged", "significant", "chapter 2, section 2"):
        assert word in output


def test_explain_is_as_strict_as_check(run):
    # Of 8 and 1 per cent no reading makes the claim true; of cattle a wide one does.
    assert run("check", "--explain", "collectivised_decade")[0] == 0
    status, output, _ = run("check", "--explain", "collectivised_decade", "--strict")
    assert status == 1
    assert "contradicted" in output
    assert run("check", "--explain", "cattle_fall", "--strict")[0] == 0


def test_options_that_go_together_are_not_refused(run):
    assert run("check", "--explain", "cattle_fall", "--hedge", "0.2")[0] == 0
    assert run("check", "--sensitivity", "--kind", "series")[0] == 0


def test_verify_prints_the_arithmetic(run):
    line = "decline(cattle_1929, cattle_1934) == 40 * percent"
    status, output, _ = run("verify", line)
    assert status == 0
    assert "36.5 percent is recomputed, 40 is stated" in output
    assert "significant: it holds only if the trailing zeros" in output


def test_show_prints_a_table_in_80_columns_with_whole_names(run):
    status, output, _ = run("show", "livestock")
    assert status == 0
    assert "persons_per_cow_france_and_united_states_1936" in output
    assert all(len(line) <= 80 for line in output.splitlines())


def test_find_without_a_hit_exits_1(run):
    status, output, _ = run("find", "hippopotamus")
    assert status == 1
    assert "no figure has to do with" in output


def test_validate_lists_every_problem_and_exits_1(run, tiny_dataset):
    assert run("validate", "--data", str(tiny_dataset))[0] == 0
    places = tiny_dataset / "raw" / "places.csv"
    places.write_bytes(b"\xef\xbb\xbf" + places.read_bytes())
    status, output, _ = run("validate", "--data", str(tiny_dataset))
    assert status == 1
    assert "raw/places.csv:1" in output


def test_build_of_a_broken_dataset_writes_nothing_and_exits_1(run, tiny_dataset):
    places = tiny_dataset / "raw" / "places.csv"
    places.write_bytes(places.read_bytes().replace(b"\n", b"\r\n"))
    status, _, errors = run("build", "--data", str(tiny_dataset))
    assert status == 1
    assert "nothing was written" in errors
    assert not (tiny_dataset / "processed").exists()


def test_build_then_use_of_another_dataset(run, tiny_dataset):
    assert run("build", "--data", str(tiny_dataset))[0] == 0
    status, output, _ = run("tables", "--data", str(tiny_dataset))
    assert status == 0
    assert "figures" in output


def test_a_terminal_narrower_than_the_names_shows_the_names_alone(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    status, output, _ = run("show", "livestock")
    assert status == 0
    assert "\npersons_per_cow_france_and_united_states_1936\n" in output
