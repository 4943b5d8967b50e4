// What scripts add to the timeline: filters kept in the address, a walk from item to item, zoom.
(() => {
  const root = document.querySelector(".x-chronicle");
  if (!root) return;
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  const one = (selector, within = root) => within.querySelector(selector);
  const form = one(".x-filters");
  const slider = one(".x-now");
  const moments = all(".x-moment");
  const visible = () => moments.filter((moment) => !moment.hidden);
  const clamp = (low, value, high) => Math.max(low, Math.min(value, high));
  const { lang } = document.documentElement;
  const LANGUAGE = lang === "en" ? "en-GB" : lang;
  const [DAY, EPOCH] = [864e5, 719163]; // milliseconds; the day number of 1 January 1970
  const dayOf = (...date) => new Date(0).setUTCFullYear(...date) / DAY + EPOCH;

  // A drawing has parts that are even: from a day, at a share of the width, to a day at a share.
  const bands = all(".x-band").map((figure) => {
    const knots = figure.dataset.knots.split(" ").map((knot) => knot.split(":").map(Number));
    const parts = [];
    while (knots.length) parts.push(knots.splice(0, 2).flat());
    const [scroll, plot, grid] = all(".x-scroll, .x-plot, .x-grid", figure);
    return { figure, scroll, plot, grid, parts, zoom: 1 };
  });
  const shareOf = ({ parts }, day) => {
    const [first, from, last, to] = parts.findLast((part) => part[0] <= day) || parts[0];
    return from + clamp(0, (day - first) / (last - first), 1) * (to - from);
  };
  const width = ({ grid }) => grid.getBoundingClientRect().width || 1;

  // Zoom: the drawing is made wider, and its ticks are drawn anew for what can be seen of it.
  const draw = (parent, name, attributes, text = "") => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.textContent = text;
    parent.append(made);
  };
  // The months of a step (0: it has days only), its days, and the pixels that a label needs.
  const STEPS = [[0, 1, 56], [0, 2, 56], [0, 7, 56], [1, 30, 64], [3, 91, 64], [6, 182, 64]];
  for (const years of [1, 2, 5, 10, 20, 50]) STEPS.push([years * 12, years * 365, 44]);
  const daysOf = ([months, days], low, high) => {
    const [found, step] = [[], months || days];
    let n = months ? new Date((low - EPOCH) * DAY).getUTCFullYear() * 12 : Math.floor(low) - 1;
    for (n -= n % step; ; n += step) {
      const day = months ? dayOf(0, n, 1) : n + 1;
      if (day > high) return found;
      if (day >= low) found.push(day);
    }
  };
  const drawTicks = (band) => {
    all(".x-fine", band.figure).forEach((old) => old.remove());
    band.figure.classList.toggle("x-zoomed", band.zoom > 1);
    if (band.zoom === 1) return;
    const { scrollLeft, clientWidth } = band.scroll;
    for (const [first, from, last, to] of band.parts) {
      const pixels = ((to - from) * width(band)) / 100 / (last - first); // of a day
      const start = first + (scrollLeft - (from * width(band)) / 100) / pixels;
      const low = Math.max(first, start - 200 / pixels);
      const high = Math.min(last, start + (clientWidth + 200) / pixels);
      const step = STEPS.find(([, days, room]) => days * pixels >= room) || STEPS.at(-1);
      const options = { timeZone: "UTC" };
      if (step[1] < 365) options.month = "short";
      for (const day of daysOf(step, low, high)) {
        const x = `${shareOf(band, day)}%`;
        const date = new Date((day - EPOCH) * DAY);
        if (!step[0]) options.day = "numeric";
        // Days leave the year to the first of them in each month.
        options.year = step[0] || date.getUTCDate() <= step[1] ? "numeric" : undefined;
        const label = date.toLocaleDateString(LANGUAGE, options).replace("Sept", "Sep");
        draw(band.grid, "line", { class: "x-fine", x1: x, x2: x, y2: "100%" });
        for (const axis of all(".x-axis", band.figure)) {
          draw(axis, "text", { class: "x-fine", x, y: 14, "text-anchor": "middle" }, label);
        }
      }
    }
  };
  // A name whose place is out of sight stands at the edge, as long as its bar can be seen.
  const nameLanes = ({ figure, scroll, zoom }) => {
    const { left, right } = scroll.getBoundingClientRect();
    for (const name of all(".x-lane text", figure)) {
      const { home = ["x", "dx", "text-anchor"].map((key) => [key, name.getAttribute(key)]) } = name;
      name.home = home;
      for (const [key, value] of home) name.setAttribute(key, value);
      name.classList.remove("x-edge");
      if (zoom === 1) continue;
      const boxes = all(".x-mark", name.parentNode).map((mark) => mark.getBoundingClientRect());
      const box = name.getBoundingClientRect();
      const isSeen = box.left >= left && box.right <= right;
      if (isSeen || !boxes.some((bar) => bar.left < right && bar.right > left)) continue;
      const edge = { x: scroll.scrollLeft, dx: 0, "text-anchor": "start" };
      for (const key in edge) name.setAttribute(key, edge[key]);
      name.classList.add("x-edge");
    }
  };
  const drawSeen = (band) => {
    drawTicks(band);
    nameLanes(band);
  };
  const look = (band, zoom, middle) => {
    const { plot, scroll, parts } = band;
    const days = Math.max(...parts.map(([first, from, last, to]) => (last - first) / (to - from)));
    const most = Math.max(1, Math.min(6e3 * days, 1e6) / (scroll.clientWidth || 1));
    band.zoom = clamp(1, zoom, most);
    plot.style.width = `${band.zoom * 100}%`;
    scroll.scrollLeft = (middle / 100) * width(band) - scroll.clientWidth / 2;
    scroll.tabIndex = band.zoom > 1 ? 0 : -1;
    drawSeen(band);
    if (!scroll.clientWidth) return; // the drawing for windows of another width
    for (const button of all("[data-zoom]")) {
      button.disabled = band.zoom === (button.dataset.zoom < 1 ? 1 : most);
    }
  };
  const zoomBy = (factor) => {
    for (const band of bands) {
      const { scrollLeft, clientWidth } = band.scroll;
      const middle = (100 * (scrollLeft + clientWidth / 2)) / width(band);
      look(band, band.zoom * factor, now ? shareOf(band, startOf(now)) : middle);
    }
  };

  // Walk: one item is current, in the drawing and in the list.
  let now = null;
  const HOW = slider?.textContent;
  const startOf = (moment) => Number(moment.dataset.days.split("/").find(Boolean) || 0);
  const text = (selector) => one(selector, now).textContent.trim().replace(/\s+/g, " ");
  const show = (moment) => {
    for (const old of all("[data-now]")) delete old.dataset.now;
    now = moment;
    root.classList.toggle("x-has-here", Boolean(now));
    if (!slider) return;
    if (!now) slider.textContent = HOW;
    if (!now) return;
    for (const part of [now, ...all(`[data-for="${now.id}"]`)]) part.dataset.now = "";
    const when = text(".x-when").slice(0, -text(".x-label").length).trim();
    slider.textContent = `${when}: ${text(".x-what")}`;
    slider.setAttribute("aria-valuetext", slider.textContent);
    slider.setAttribute("aria-valuenow", visible().indexOf(now) + 1);
    for (const band of bands) {
      const share = shareOf(band, startOf(now));
      for (const end of ["x1", "x2"]) one(".x-here", band.grid).setAttribute(end, `${share}%`);
      const { scroll } = band;
      const x = (share / 100) * width(band) - scroll.scrollLeft;
      if (x < 0 || x > scroll.clientWidth) scroll.scrollLeft += x - scroll.clientWidth / 2;
    }
  };
  const walk = (steps) => {
    const items = visible();
    const start = now ? items.indexOf(now) : steps > 0 ? -1 : items.length;
    if (items.length) show(items[clamp(0, start + steps, items.length - 1)]);
  };
  const enter = () => now && one(".x-what a", now)?.focus();
  const WALKS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10,
    PageDown: -10, Home: -1e9, End: 1e9 };
  const ZOOMS = { "+": 2, "=": 2, "-": 0.5 };
  root.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    const listed = target.closest(".x-years");
    if (altKey || ctrlKey || metaKey || !(listed || target === slider)) return;
    if (listed && !/^Arrow(Left|Right)$/.test(key)) return; // the page scrolls as everywhere
    if (key in WALKS) walk(WALKS[key]);
    else if (key in ZOOMS) zoomBy(ZOOMS[key]);
    else if (key !== "Enter") return;
    event.preventDefault();
    if (listed || key === "Enter") enter();
  });
  one(".x-years").addEventListener("focusin", ({ target }) => show(target.closest(".x-moment")));
  root.addEventListener("click", ({ target }) => {
    const { step, zoom } = target.dataset;
    if (step) walk(Number(step));
    if (zoom) zoomBy(Number(zoom));
    const mark = target.closest("[data-for]:not([data-out])");
    if (mark) show(document.getElementById(mark.dataset.for));
    if (mark) slider.focus({ preventScroll: true });
  });

  // Filters: what is chosen stands in the address, and is read from there.
  const chosen = () => [...form.elements].filter((f) => f.name && f.value && f.validity.valid);
  const has = (names, name) => !name || (names || "").split(" ").includes(name);
  const bound = (date, fallback, isLast) => {
    if (!date) return fallback;
    const [year, month, day] = date.split("-").map(Number);
    if (isLast && !day) return dayOf(year, month || 12, 0);
    return dayOf(year, (month || 1) - 1, day || 1);
  };
  const apply = (moved) => {
    const values = Object.fromEntries(chosen().map(({ name, value }) => [name, value]));
    const { person, country, category } = values;
    const [low, high] = [bound(values.from, -Infinity), bound(values.to, Infinity, true)];
    for (const moment of moments) {
      const { people, countries, label, days } = moment.dataset;
      const [first, last] = days.split("/");
      const within = (first === "" || first <= high) && (last === "" || last >= low);
      moment.hidden = !(within && has(people, person) && has(countries, country) &&
        (!category || label === category));
    }
    for (const year of all(".x-year")) {
      year.hidden = !one(".x-moment:not([hidden])", year);
      one(`.x-letters [href="#${one("h2", year).id}"]`).hidden = year.hidden;
    }
    for (const mark of all("[data-for]")) {
      mark.toggleAttribute("data-out", document.getElementById(mark.dataset.for).hidden);
    }
    for (const lane of all(".x-lane")) {
      lane.toggleAttribute("data-out", !one(".x-mark:not([data-out])", lane));
    }
    const count = visible().length;
    const words = chosen().map(({ name, value, selectedOptions }) =>
      selectedOptions ? selectedOptions[0].text
        : `${form.elements[name].labels[0].textContent.trim()} ${value}`).join(", ");
    const shown = one(".x-shown");
    const { some, none } = shown.dataset;
    const said = (count ? some : none).replace("#", count.toLocaleString(lang));
    shown.textContent = words && said.replace("$1", () => words);
    slider?.setAttribute("aria-valuemax", Math.max(1, count));
    if (now?.hidden) show(null);
    for (const band of moved ? bands : []) {
      const [left, right] = [shareOf(band, low), shareOf(band, high)];
      look(band, 96 / Math.max(right - left, 0.001), (left + right) / 2);
    }
  };
  const changed = ({ type, target }) => {
    apply(type === "reset" || /^(from|to)$/.test(target.name));
    const query = new URLSearchParams(chosen().map(({ name, value }) => [name, value])).toString();
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  };
  form.addEventListener("input", changed);
  form.addEventListener("reset", (event) => setTimeout(() => changed(event)));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const band of bands) {
    band.scroll.addEventListener("scroll", () => requestAnimationFrame(() => drawSeen(band)));
  }
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  for (const added of all("[data-added]")) added.hidden = false;
  root.classList.add("x-walks");
  apply(/[?&](from|to)=/.test(location.search));
  const linked = document.getElementById(location.hash.slice(1));
  if (linked?.matches(".x-moment:not([hidden])")) show(linked);
})();
