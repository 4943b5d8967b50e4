/* Search the site from its index, of which only the pieces are loaded that a word asks for.

   The pieces are scripts that call `xSearch`: a page that was opened from a disk may load nothing
   else. What has a key in the index, and which, search_words.py says; the steps here are its. */
(() => {
  "use strict";
  const form = document.querySelector(".x-search form");
  const toggle = document.getElementById("__search");
  if (!form || !toggle || window.xSearch) return;

  const SHARDS = 4; // that one beginning of a word may load of a layer
  const PROSE_FROM = 3; // letters
  const PAUSE = 150; // milliseconds after the last letter
  const PART = 8; // results that are shown at a time
  const SCORES = { names: [4, 7, 12, 20], prose: [1, 1.5, 3, 4] };
  const BEGINNING = 0.6; // what a word counts of which only the beginning was typed
  const WORD = /\d+(?:-\d+)+|[\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{N}]+/gu;
  const SHOWN_WORD = /\d+(?:-\d+)+|[\p{L}\p{N}\p{M}]+/gu;
  const SPELLINGS = { j: "i", y: "i", w: "v", x: "ks" };
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  const base = new URL(form.dataset.index, document.baseURI);
  const input = form.querySelector("input");
  const status = document.querySelector(".x-search-status");
  const list = document.getElementById("x-results");
  let index = null;
  let found = []; // pages in their order, as [number, score, bits of the words it has]
  let words = []; // of the query that found them
  let shown = 0;
  let active = null;
  let turn = 0; // counts queries, so that a late answer is not shown

  // Pieces of the index.
  const pieces = new Map();
  window.xSearch = (name, value) => pieces.get(name)?.resolve(value);
  const load = (name) => {
    if (!pieces.has(name)) {
      const piece = {};
      piece.value = new Promise((resolve, reject) => {
        piece.resolve = resolve;
        const script = document.createElement("script");
        script.src = new URL(`${name}.js${index ? `?${index.version}` : ""}`, base);
        script.onerror = () => {
          pieces.delete(name);
          reject(new Error(name));
        };
        script.onload = () => script.remove();
        document.head.append(script);
      });
      pieces.set(name, piece);
    }
    return pieces.get(name).value;
  };
  const start = async () => {
    index = index || (await load("index"));
  };

  // Words, as search_words.py has them.
  const folded = (text) =>
    [...text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")]
      .map((letter) => index.letters[letter] ?? letter)
      .join("");
  const spelled = (word) =>
    word.replace(/[jywx]/g, (letter) => SPELLINGS[letter]).replace(/(\p{L})\1+/gu, "$1");
  const keyOf = (word) => {
    const short = word.replace(/(ss|x|ch|sh)es$/, "$1");
    if (short !== word) return spelled(short);
    if (word.endsWith("ies") && word.length > 4) return spelled(`${word.slice(0, -3)}y`);
    return spelled(word.replace(/(..[^siu])s$/, "$1"));
  };
  // A date in figures has its day first; with slashes its month may be first, so both are meant.
  const FIGURES = /(^|[^\d./-])(\d{1,2})([./])\s?(\d{1,2})\3\s?(\d{4})(?![\d/-])/g;
  const dayOf = (year, month, day) =>
    month > 0 && month < 13 && day > 0 && day < 32
      ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
      : "";
  const wordsOf = (query) => {
    const others = new Map();
    const text = query.replace(FIGURES, (all, before, one, sign, two, year) => {
      const days = [dayOf(year, two, one), sign === "/" ? dayOf(year, one, two) : ""];
      const [day, other] = days.filter(Boolean);
      if (!day) return all;
      const known = others.get(day)?.other;
      others.set(day, { typed: all.slice(before.length), other: other === day ? known : other || known });
      return before + day;
    });
    const all = folded(text).match(WORD) || [];
    const long = all.filter((word) => word.length > 1 || /[^a-z]/.test(word));
    return (long.length ? long : all).map((word) => ({
      word,
      key: keyOf(word),
      beginning: spelled(word),
      typed: others.get(word)?.typed ?? word,
      other: others.get(word)?.other,
    }));
  };

  // Postings: distances between numbers of pages, each with a level.
  const each = (postings, take) => {
    let [page, number] = [-1, 0];
    for (const letter of postings) {
      const digit = DIGITS.indexOf(letter);
      number = number * 32 + (digit % 32);
      if (digit >= 32) continue;
      page += number >> 2;
      take(page, number & 3);
      number = 0;
    }
  };
  const shardAt = (firsts, key) => {
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  };
  const search = async (layer, key, beginning, scores) => {
    const firsts = index[layer];
    if (!firsts.length) return;
    const shards = new Set([shardAt(firsts, key)]);
    const from = beginning ? shardAt(firsts, beginning) : firsts.length;
    for (let number = from; number < firsts.length && shards.size < SHARDS; number += 1) {
      if (number > from && !firsts[number].startsWith(beginning)) break;
      shards.add(number);
    }
    const texts = await Promise.all([...shards].map((number) => load(layer[0] + number)));
    for (const line of texts.flatMap((text) => text.split("\n"))) {
      const [word, postings] = line.split(" ");
      if (word !== key && !(beginning && word.startsWith(beginning))) continue;
      const share = word === key ? 1 : BEGINNING;
      const before = new Map();
      each(postings, (page, level) => before.set(page, share * SCORES[layer][level]));
      for (const [page, score] of before) {
        const known = scores.get(page) || {};
        scores.set(page, { ...known, [layer]: Math.max(known[layer] || 0, score) });
      }
    }
  };
  const pagesWith = async ({ word, key, beginning, other }) => {
    const scores = new Map();
    const begun = beginning.length >= PROSE_FROM || /[^a-z0-9]/.test(word) ? beginning : "";
    let rest = beginning;
    await Promise.all([
      search("names", key, beginning, scores),
      search("prose", key, begun, scores),
      ...(other ? [search("names", other, other, scores), search("prose", other, "", scores)] : []),
    ]);
    if (index.common.includes(key)) return scores;
    // Nothing has the word: perhaps something has one that begins like it.
    while (!scores.size && rest.length > 4 && rest.length > beginning.length - 3) {
      rest = rest.slice(0, -1);
      await search("names", rest, rest, scores);
      await search("prose", rest, rest, scores);
    }
    return scores;
  };
  const pagesOf = async (asked) => {
    const all = await Promise.all(asked.map(pagesWith));
    const pages = new Map();
    all.forEach((scores, bit) => {
      for (const [page, { names = 0, prose = 0 }] of scores) {
        const [, score, bits] = pages.get(page) || [page, 0, 0];
        pages.set(page, [page, score + names + prose, bits | (1 << bit)]);
      }
    });
    const common = (word) => index.common.includes(word.key);
    const needed = asked.reduce((bits, word, bit) => (common(word) ? bits : bits | (1 << bit)), 0);
    const count = (bits) => {
      const rest = needed ? bits & needed : bits;
      return asked.filter((_, bit) => rest & (1 << bit)).length;
    };
    const most = Math.max(0, ...[...pages.values()].map(([, , bits]) => count(bits)));
    return [...pages.values()]
      .filter(([, , bits]) => count(bits) === most)
      .map(([page, score, bits]) => [page, score, bits | (needed ? ~needed : 0)])
      .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  };

  // Results.
  const matches = (text) =>
    (folded(text).match(WORD) || []).some((word) =>
      words.some(({ key, beginning }) => keyOf(word) === key || spelled(word).startsWith(beginning))
    );
  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const marked = (text) => {
    const parts = [];
    let end = 0;
    for (const { 0: word, index: at } of text.matchAll(SHOWN_WORD)) {
      if (!matches(word)) continue;
      parts.push(text.slice(end, at), element("mark", "", word));
      end = at + word.length;
    }
    return [...parts, text.slice(end)];
  };
  const addressOf = (url, anchor) => {
    const address = new URL(`../${url}`, base);
    if (address.protocol === "file:" && address.pathname.endsWith("/")) {
      address.pathname += "index.html";
    }
    address.hash = anchor || "";
    return address.href;
  };
  const option = (className, url, anchor, ...content) => {
    const link = element("a", className, ...content);
    link.href = addressOf(url, anchor);
    link.id = `x-result-${list.childElementCount}`;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    list.append(link);
  };
  const show = (row, bits) => {
    const [url, title, kind, line, summary, headings] = row;
    const missing = words.filter((_, bit) => !(bits & (1 << bit))).map(({ typed }) => typed);
    const content = [
      element("span", "x-result-kind", kind),
      " ",
      element("strong", "", ...marked(title)),
    ];
    if (line) content.push(" ", element("span", "x-result-line", ...marked(line)));
    if (summary) content.push(" ", element("span", "x-result-summary", ...marked(summary)));
    if (missing.length) {
      const words = `${status.dataset.missing}: ${missing.join(", ")}`;
      content.push(" ", element("span", "x-result-line", words));
    }
    option("x-result", url, "", ...content);
    for (const [anchor, heading] of headings.filter(([, text]) => matches(text)).slice(0, 2)) {
      option("x-result x-result-part", url, anchor, ...marked(heading));
    }
  };
  const showMore = async () => {
    const mine = turn;
    const next = found.slice(shown, shown + PART);
    shown += next.length;
    const rows = await Promise.all(
      next.map(async ([page]) => {
        const shard = shardAt(index.rows, page);
        return (await load(`r${shard}`))[page - index.rows[shard]];
      })
    );
    if (mine !== turn) return;
    rows.forEach((row, number) => show(row, next[number][2]));
    input.setAttribute("aria-expanded", String(list.childElementCount > 0));
  };
  const activate = (link) => {
    active?.setAttribute("aria-selected", "false");
    active = link;
    if (!link) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    link.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", link.id);
    link.scrollIntoView({ block: "nearest" });
  };
  const say = (text) => {
    status.textContent = text;
  };
  const answer = async () => {
    turn += 1;
    const mine = turn;
    const query = input.value;
    try {
      await start();
      const asked = wordsOf(query).slice(0, 12);
      const pages = await pagesOf(asked);
      if (mine !== turn) return;
      [found, words, shown] = [pages, asked, 0];
      activate(null);
      list.replaceChildren();
      list.scrollTop = 0;
      await showMore();
      if (mine !== turn) return;
      input.setAttribute("aria-expanded", String(found.length > 0));
      const { start: begin, none, one, other } = status.dataset;
      const number = found.length.toLocaleString(document.documentElement.lang);
      const some = found.length === 1 ? one : other.replace("#", number);
      say(asked.length ? (found.length ? some : none) : begin);
    } catch {
      if (mine === turn) say(status.dataset.failed);
    }
  };

  // Keyboard and pointer.
  const open = (wanted) => {
    if (toggle.checked !== wanted) toggle.click();
  };
  const step = async (by) => {
    const options = [...list.children];
    if (!options.length) return;
    const at = options.indexOf(active);
    if (by > 0 && at === options.length - 1 && shown < found.length) {
      await showMore();
      activate(list.children[at + 1]);
      return;
    }
    const next = at < 0 && by < 0 ? options.length - 1 : at + by;
    activate(options[next] || null);
  };
  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => (active || list.firstElementChild)?.click(),
    Escape: () => {
      open(false);
      input.blur();
    },
  };
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE);
  });
  input.addEventListener("focus", () => {
    open(true);
    start().catch(() => say(status.dataset.failed));
  });
  input.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.isComposing) return;
    event.preventDefault();
    keys[event.key]();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    setTimeout(answer);
    input.focus();
  });
  toggle.addEventListener("change", () => {
    if (toggle.checked) input.focus();
    else input.blur();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) open(false);
  });
  list.addEventListener("scroll", () => {
    const left = list.scrollHeight - list.scrollTop - list.clientHeight;
    if (left < 80 && shown < found.length) showMore().catch(() => say(status.dataset.failed));
  });
  form.closest(".x-search").addEventListener("focusout", (event) => {
    const inside = event.relatedTarget?.closest(".x-search");
    if (event.relatedTarget && !inside) open(false);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
  // Where the script comes only when it is wanted, something may have been typed already.
  if (document.activeElement === input) {
    open(true);
    if (input.value) answer();
    else start().catch(() => say(status.dataset.failed));
  }
})();
