// Filters, links and downloads of the large tables; DataTables searches and sorts.
"use strict";
(() => {
  const table = document.getElementById("big-table");
  const form = document.getElementById("filter-form");
  const count = document.getElementById("filter-count");
  if (!table || !window.sovstatsTables) return;
  const what = table.dataset.what;
  const $ = window.sovstatsTables.jQuery;
  const selects = [...form.querySelectorAll("select")];
  const search = form.elements.namedItem("search");
  // What a link may ask for beside the fields of the form.
  const asked = {};

  const grid = $(table).DataTable({
    paging: false,
    info: false,
    autoWidth: false,
    order: [],
    orderMulti: false,
    layout: { topStart: null, topEnd: null, bottomStart: null, bottomEnd: null },
    // Only the first column is searched: it has all the words of its row. The first
    // definition that fits a column counts.
    columnDefs: [{ targets: 0, searchable: true }, { targets: "_all", searchable: false }],
  });
  grid.search.fixed("filters", (text, data, index) => {
    const row = grid.row(index).node().dataset;
    return Object.entries(wanted()).every(([key, value]) => row[key] === value);
  });

  function wanted() {
    const found = { ...asked };
    for (const select of selects) if (select.value) found[select.name] = select.value;
    return found;
  }

  function shown() {
    return grid.rows({ search: "applied" }).nodes().toArray();
  }

  function address() {
    const query = new URLSearchParams(wanted());
    if (search.value) query.set("search", search.value);
    const text = query.toString();
    try {
      history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash);
    } catch { /* some browsers forbid it for files; the filters work all the same */ }
  }

  function draw() {
    grid.search(search.value).draw();
    const rows = shown().length;
    const all = grid.rows().count();
    const extra = Object.entries(asked).map(([key, value]) => `, ${key} ${value}`).join("");
    count.textContent = rows === all ? `${all} ${what}` : `${rows} of ${all} ${what}${extra}`;
  }

  function read() {
    const query = new URLSearchParams(location.search);
    for (const [key, value] of query) {
      const field = form.elements.namedItem(key);
      if (field) field.value = value;
      else if (["indicator", "speaker"].includes(key)) asked[key] = value;
    }
  }

  function reset() {
    for (const select of selects) select.value = "";
    search.value = "";
    for (const key of Object.keys(asked)) delete asked[key];
  }

  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    const row = grid.rows().nodes().toArray().find((each) => each.id === name);
    if (!row) return;
    if (!row.isConnected) {
      reset();
      draw();
    }
    for (const each of table.querySelectorAll("tr.found")) each.classList.remove("found");
    row.classList.add("found");
    row.scrollIntoView({ block: "center" });
    row.querySelector("a").focus({ preventScroll: true });
  }

  function download(event) {
    const { header, rows } = JSON.parse(document.getElementById("csv-rows").textContent);
    const lines = [header, ...shown().map((row) => rows[row.id])];
    const blob = new Blob([lines.join("\n") + "\n"], { type: "text/csv;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = event.target.dataset.file;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  form.hidden = false;
  document.getElementById("script-notice").hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { draw(); address(); });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    reset();
    draw();
    address();
  });
  document.getElementById("filter-download").addEventListener("click", download);
  window.addEventListener("hashchange", follow);
  read();
  draw();
  follow();
})();
