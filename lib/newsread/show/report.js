// Search, filter and sort the report's tables; show all the words of the row a link led to.
"use strict";
for (const table of document.querySelectorAll("table.nr-table")) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const rows = [...body.rows].filter(row => row.cells.length === heads.length);
  if (rows.length < 2) continue;
  const name = table.caption.textContent;
  const make = (tag, text) => Object.assign(document.createElement(tag), {textContent: text || ""});

  const box = make("div");
  box.className = "nr-find";
  const search = Object.assign(make("input"), {type: "search"});
  const label = make("label", "Search ");
  label.append(search);
  const said = make("span", `${rows.length} rows`);
  said.setAttribute("role", "status");
  const choices = new Map();
  heads.forEach((head, column) => {
    if (!head.dataset.choose) return;
    const values = [...new Set(rows.map(row => row.cells[column].textContent))].sort();
    if (values.length < 2 || values.length > 40) return;
    const select = make("select");
    select.append(new Option("all", "*"), ...values.map(value => new Option(value || "(none)", "=" + value)));
    const choice = make("label", head.textContent + " ");
    choice.append(select);
    choices.set(column, select);
    box.append(choice);
  });
  box.prepend(label);
  box.append(said);
  table.parentElement.before(box);
  search.setAttribute("aria-label", "Search " + name);

  const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = rows.map(row => plain(row.textContent));
  const filter = () => {
    const words = plain(search.value).split(/\s+/);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every(word => texts[i].includes(word)) ||
        [...choices].some(([column, select]) => select.value !== "*" && select.value !== "=" + row.cells[column].textContent);
      shown += !row.hidden;
    });
    said.textContent = shown === rows.length ? `${shown} rows` : `${shown} of ${rows.length} rows`;
  };
  box.addEventListener("input", filter);

  heads.forEach((head, column) => {
    const button = make("button", head.textContent);
    button.type = "button";
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = row => row.cells[column].textContent;
      const order = new Intl.Collator("en", {numeric: true}).compare;
      const sorted = [...rows].sort((a, b) => order(value(a), value(b)));
      body.append(...(down ? sorted.reverse() : sorted));
    });
  });
}
const follow = () => {
  const ref = decodeURIComponent(location.hash).match(/^#(?:at|row)-(.+)$/);
  for (const mark of document.querySelectorAll(".nr-s[data-refs]"))
    mark.classList.toggle("nr-found", !!ref && mark.dataset.refs.split(" ").includes(ref[1]));
  const row = ref && document.getElementById("row-" + ref[1]);
  if (row && row.hidden && location.hash.startsWith("#row-")) { row.hidden = false; row.scrollIntoView(); }
};
addEventListener("hashchange", follow);
follow();
