"use strict";
(() => {
  const PAGE = 100;
  const WORDS = {
    events: ["Sự kiện", "Events"], people: ["Người", "People"], directives: ["Văn bản", "Official documents"],
    organizations: ["Tổ chức", "Organisations"], documents: ["Bài viết", "Articles"],
    name: ["Tên", "Name"], event_type: ["Loại", "Type"], date_edtf: ["Ngày", "Date"], place: ["Nơi", "Place"],
    bounds: ["Trong khoảng", "Between"], date_basis: ["Ngày dựa vào", "Date rests on"], time_of_day: ["Buổi", "Part of day"],
    format: ["Hình thức", "Format"], status: ["Tình trạng", "Status"], part_of: ["Thuộc", "Part of"],
    n_documents: ["Số bài", "Articles"], n: ["Số bài", "Articles"], first_seen_edtf: ["Từ", "First seen"],
    last_seen_edtf: ["Đến", "Last seen"], titles: ["Chức vụ", "Positions"], type_vi: ["Loại", "Type"],
    symbol: ["Ký hiệu", "Symbol"], number: ["Số", "Number"], title: ["Tên", "Title"], issued_edtf: ["Ban hành", "Issued"],
    issuer_id: ["Cơ quan", "Issued by"], term: ["Khóa", "Term"], system: ["Hệ thống", "System"],
    name_en: ["Tên tiếng Anh", "English name"], abbreviation: ["Viết tắt", "Abbreviation"], kind: ["Loại", "Kind"],
    country: ["Nước", "Country"], parent_id: ["Thuộc", "Belongs to"], publisher: ["Nơi đăng", "Publisher"],
    published_edtf: ["Ngày đăng", "Published"], url: ["Địa chỉ", "Address"], links: ["Liên quan", "Related"],
    quotes: ["Đoạn trích làm bằng chứng", "Quotes it rests on"], none: ["Không có dòng nào.", "Nothing found."],
    more: ["Xem thêm", "Show more"], all: ["Tất cả loại", "All types"], close: ["Đóng", "Close"],
    search: ["Tìm (không cần dấu)", "Search (diacritics not needed)"], rows: ["dòng", "rows"], id: ["Mã", "Identifier"],
    character: ["ký tự", "character"], or: ["hoặc", "or"],
  };
  const SHOWN = {
    events: ["date_edtf", "event_type", "name", "place"], people: ["name", "titles", "n_documents"],
    directives: ["symbol", "type_vi", "title", "issued_edtf"], organizations: ["name", "kind", "n"],
    documents: ["published_edtf", "title", "publisher"],
  };
  const CODED = {
    event_type: "event_type", date_basis: "date_basis", time_of_day: "time_of_day", format: "event_format",
    status: "event_status", system: "system", kind: "organization_kind",
  };
  const ROLES = {
    participant: "participation_role", organization: "event_organization_role", directive: "event_directive_relation",
    relation: "directive_relation", position: "membership_role",
  };
  const FILTERED = { events: "event_type", directives: "system", organizations: "kind" };
  const POINTERS = new Set(["part_of", "issuer_id", "parent_id"]);
  const $ = (id) => document.getElementById(id);
  const state = { language: 0, table: "events", query: "", filter: "", sort: null, shown: PAGE, open: null };
  const byId = new Map();
  const links = new Map();
  let codes = {};
  let tables = {};
  let quotes = null;

  const word = (key) => (WORDS[key] || [key, key])[state.language];
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();

  function make(tag, text, attributes) {
    const node = document.createElement(tag);
    if (text !== undefined && text !== null) node.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    return node;
  }

  async function unpack(id) {
    const bytes = Uint8Array.from(atob($(id).textContent.trim()), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  }

  function label(column, value) {
    if (value === null || value === undefined || value === "") return "";
    if (column.endsWith("_edtf")) return value.replace(/[[\]]/g, "").replace(/,/g, ` ${word("or")} `);
    const found = CODED[column] && codes[CODED[column]] && codes[CODED[column]][value];
    return found ? found[state.language] : String(value);
  }

  function index() {
    for (const [name, table] of Object.entries(tables)) {
      if (name === "links") continue;
      table.items = table.rows.map((row) => {
        const item = Object.fromEntries(table.columns.map((c, i) => [c, row[i]]));
        item.id = row[0];
        item.table = name;
        item.text = fold(row.filter((v) => typeof v === "string").join(" "));
        byId.set(item.id, item);
        return item;
      });
    }
    for (const [from, kind, role, to] of tables.links.rows) {
      for (const [a, b] of [[from, to], [to, from]]) {
        if (!links.has(a)) links.set(a, []);
        links.get(a).push([kind, role, b]);
      }
    }
  }

  function matching() {
    const words = fold(state.query).split(/\s+/).filter(Boolean);
    const column = FILTERED[state.table];
    const found = tables[state.table].items.filter((item) =>
      (!state.filter || item[column] === state.filter) && words.every((w) => item.text.includes(w)));
    if (!state.sort) return found;
    const [by, turn] = state.sort;
    const order = new Intl.Collator("vi", { numeric: true });
    return found.slice().sort((a, b) => {
      const [x, y] = [a[by], b[by]];
      if (x === null || y === null) return (x === null) - (y === null);
      return turn * (typeof x === "number" ? x - y : order.compare(label(by, x), label(by, y)));
    });
  }

  function renderTabs() {
    $("tabs").replaceChildren(...Object.keys(SHOWN).map((name) => {
      const tab = make("button", `${word(name)} (${tables[name].rows.length})`, { role: "tab", type: "button", "aria-selected": name === state.table });
      tab.addEventListener("click", () => { Object.assign(state, { table: name, filter: "", sort: null, shown: PAGE }); render(); });
      return tab;
    }));
  }

  function renderFilter() {
    const column = FILTERED[state.table];
    $("filter").hidden = !column;
    if (!column) return;
    const values = [...new Set(tables[state.table].items.map((i) => i[column]))].filter(Boolean);
    const options = values.map((v) => [v, label(column, v)]).sort((a, b) => a[1].localeCompare(b[1], "vi"));
    $("filter").replaceChildren(...[["", word("all")], ...options].map(([v, t]) => make("option", t, { value: v })));
    $("filter").value = state.filter;
  }

  function renderHead() {
    const row = make("tr");
    for (const column of SHOWN[state.table]) {
      const cell = make("th", null, { scope: "col" });
      const turn = state.sort && state.sort[0] === column ? state.sort[1] : 0;
      const button = make("button", word(column) + (turn ? (turn > 0 ? " ↑" : " ↓") : ""), { type: "button" });
      button.addEventListener("click", () => { state.sort = [column, turn === 1 ? -1 : 1]; render(); });
      cell.append(button);
      row.append(cell);
    }
    $("head").replaceChildren(row);
  }

  function renderRow(item) {
    const row = make("tr", null, { tabindex: "0", "data-id": item.id, "aria-selected": item.id === state.open });
    for (const column of SHOWN[state.table]) {
      row.append(make("td", label(column, item[column]), column.endsWith("_edtf") ? { class: "date" } : {}));
    }
    return row;
  }

  function renderBody() {
    const found = matching();
    $("body").replaceChildren(...found.slice(0, state.shown).map(renderRow));
    $("count").textContent = found.length ? `${found.length.toLocaleString()} ${word("rows")}` : word("none");
    $("more").hidden = found.length <= state.shown;
    $("more").textContent = word("more");
  }

  function nameOf(id) {
    const item = byId.get(id);
    return item ? item.name || item.symbol || item.title || item.type_vi || id : id;
  }

  function pointer(id) {
    return make("a", nameOf(id), { href: `#${id}` });
  }

  function facts(item) {
    const list = make("dl");
    const add = (key, node) => { list.append(make("dt", word(key))); const cell = make("dd"); cell.append(node); list.append(cell); };
    for (const column of tables[item.table].columns.slice(1)) {
      const value = item[column];
      if (value === null || value === "" || ["earliest", "latest"].includes(column)) continue;
      if (POINTERS.has(column)) add(column, pointer(value));
      else if (column === "url") add(column, make("a", value, { href: value, rel: "noreferrer noopener" }));
      else add(column, label(column, value));
    }
    if (item.earliest && item.earliest !== item.latest) add("bounds", `${item.earliest} – ${item.latest || "…"}`);
    add("id", make("code", item.id));
    return list;
  }

  function related(item) {
    const list = make("ul");
    for (const [kind, role, other] of links.get(item.id) || []) {
      const line = make("li");
      line.append(pointer(other));
      const found = (codes[ROLES[kind]] || {})[role];
      line.append(` (${found ? found[state.language] : role})`);
      list.append(line);
    }
    return list;
  }

  function evidence(item) {
    const box = make("div");
    for (const [doc, start, quote] of (quotes[item.id] || []).slice(0, 200)) {
      const cited = make("blockquote", quote);
      const source = make("small");
      source.append(pointer(doc), ` · ${word("character")} ${start}`);
      cited.append(source);
      box.append(cited);
    }
    return box;
  }

  async function renderDetail() {
    const item = byId.get(state.open);
    $("detail").hidden = !item;
    if (!item) return;
    quotes = quotes || await unpack("evidence");
    const close = make("button", word("close"), { type: "button" });
    close.addEventListener("click", () => { location.hash = ""; });
    const parts = [close, make("h2", nameOf(item.id)), facts(item)];
    if ((quotes[item.id] || []).length) parts.push(make("h3", word("quotes")), evidence(item));
    if ((links.get(item.id) || []).length) parts.push(make("h3", word("links")), related(item));
    $("detail").replaceChildren(...parts);
    $("detail").scrollTop = 0;
  }

  function render() {
    document.documentElement.lang = state.language ? "en" : "vi";
    for (const node of document.querySelectorAll("[data-vi]")) node.textContent = node.dataset[state.language ? "en" : "vi"];
    $("language").textContent = state.language ? "Tiếng Việt" : "English";
    $("search").placeholder = word("search");
    renderTabs();
    renderFilter();
    renderHead();
    renderBody();
    return renderDetail();
  }

  function follow() {
    state.open = decodeURIComponent(location.hash.slice(1)) || null;
    const item = byId.get(state.open);
    if (item && item.table !== state.table) Object.assign(state, { table: item.table, query: "", filter: "", sort: null });
    $("search").value = state.query;
    return render();
  }

  function listen() {
    const open = (event) => { const row = event.target.closest("tr[data-id]"); if (row) location.hash = row.dataset.id; };
    $("body").addEventListener("click", open);
    $("body").addEventListener("keydown", (event) => { if (event.key === "Enter") open(event); });
    $("search").addEventListener("input", (event) => { Object.assign(state, { query: event.target.value, shown: PAGE }); renderBody(); });
    $("filter").addEventListener("change", (event) => { Object.assign(state, { filter: event.target.value, shown: PAGE }); renderBody(); });
    $("more").addEventListener("click", () => { state.shown += PAGE; renderBody(); });
    $("language").addEventListener("click", () => { state.language = 1 - state.language; render(); });
    addEventListener("hashchange", follow);
  }

  unpack("data").then(async (found) => {
    ({ tables, codes } = found);
    index();
    listen();
    await follow();
    document.body.dataset.ready = "yes";
  });
})();
