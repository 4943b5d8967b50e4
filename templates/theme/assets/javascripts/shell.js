// What scripts add around every page: the colours that the reader chose, menus that close, hidden
// parts that open when they are linked to, and the search, which is loaded when it is wanted.
(() => {
  const { base, palettes } = document.currentScript.dataset;
  const options = JSON.parse(palettes);
  const { body, documentElement: root } = document;
  root.className = "js";

  // Colours: as the device says, until the reader chooses. A browser may keep nothing for a page.
  const place = `${new URL(base, location).pathname}.colours`;
  const fits = ({ media }) => Boolean(media) && matchMedia(media).matches;
  const kept = () => {
    try {
      return options[localStorage.getItem(place)];
    } catch {
      return undefined;
    }
  };
  let chosen = kept() || options.find(fits) || options[0];
  const colour = () => {
    const follows = chosen.media === "(prefers-color-scheme)";
    const shown = (follows && options.find((other) => other !== chosen && fits(other))) || chosen;
    for (const name of ["scheme", "primary", "accent"]) {
      body.setAttribute(`data-md-color-${name}`, shown[name]);
    }
    body.dataset.palette = options.indexOf(chosen);
  };
  if (chosen) {
    colour();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colour);
  }
  document.addEventListener("click", ({ target }) => {
    const button = target.closest(".x-colours");
    if (!button) return;
    const next = (Number(button.dataset.palette) + 1) % options.length;
    chosen = options[next];
    colour();
    document.querySelector(`.x-colours[data-palette="${next}"]`)?.focus();
    try {
      localStorage.setItem(place, next);
    } catch {
      // then the choice is for this page
    }
  });

  const begin = () => {
    const menus = [...document.querySelectorAll("details.x-closes")];
    const closeAll = (except) => {
      for (const menu of menus) if (menu !== except) menu.open = false;
    };
    for (const leaving of ["click", "focusin"]) {
      document.addEventListener(leaving, ({ target }) => closeAll(target.closest("details.x-closes")));
    }
    document.addEventListener("keydown", ({ key }) => {
      const open = key === "Escape" && menus.find((menu) => menu.open);
      if (!open) return;
      open.open = false;
      open.querySelector("summary").focus();
    });

    const reveal = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      let hidden = target?.closest("details:not([open])");
      if (!hidden) return;
      for (; hidden; hidden = target.closest("details:not([open])")) hidden.open = true;
      target.scrollIntoView();
    };
    addEventListener("hashchange", reveal);
    reveal();

    // In a folder that no server serves, an address ends with the name of a file.
    if (location.protocol === "file:") {
      for (const link of document.querySelectorAll("a[href]")) {
        if (link.protocol === "file:" && /\/$|\/\.\.?$/.test(link.pathname)) {
          link.pathname = `${link.pathname.replace(/\/?$/, "/")}index.html`;
        }
      }
    }

    const form = document.querySelector(".x-search form");
    if (!form) return;
    const toggle = document.getElementById("__search");
    const input = form.querySelector("input");
    let loaded = false;
    const load = () => {
      if (loaded) return;
      loaded = true;
      const script = document.createElement("script");
      script.src = form.dataset.script;
      document.head.append(script);
    };
    const open = () => {
      load();
      toggle.checked = true;
      input.focus();
    };
    input.addEventListener("focus", load);
    input.addEventListener("pointerenter", load);
    document.querySelector(".x-search-button").addEventListener("click", open);
    document.addEventListener("keydown", (event) => {
      if (loaded) return; // the search has keys of its own
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      open();
    });
    addEventListener("pageshow", () => {
      if (document.activeElement !== input) toggle.checked = false;
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
