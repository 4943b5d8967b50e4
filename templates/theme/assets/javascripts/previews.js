/* Show what a link leads to before it is followed: on hover, on keyboard focus, on a first tap.

   The cards come with the page (cards.html), those of citations from its list of sources, so
   nothing is loaded. The link describes itself by the card while that is open; without this
   script it is a link. */
(() => {
  "use strict";
  const root = document.documentElement;
  if (root.dataset.xPreviews) return;
  root.dataset.xPreviews = "on";

  const CITATION = ".cite > a";
  const LINKED = ".x-prose, .x-aside, .x-parts";
  const OPEN_AFTER = 250;
  const CLOSE_AFTER = 300;
  const GAP = 6;
  const EDGE = 8;

  const card = document.createElement("div");
  card.className = "x-preview";
  card.setAttribute("role", "tooltip");
  if (card.showPopover) card.popover = "manual";

  let shown = null; // the link whose card is open
  let title = ""; // its title, which would be said twice
  let over = null; // the link that the pointer is on, or whose card it is on
  let height = 0; // where on the screen the pointer is
  let tapped = false; // whether a finger or pen was last
  let timer = 0;

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const entryContent = (link) => {
    if (link.matches(CITATION)) return null;
    const id = link.pathname.match(/([^/]+?)(?:\/(?:index\.html)?|\.html)?$/)?.[1];
    for (const cards of document.querySelectorAll("template.x-cards")) {
      const found = cards.content.querySelector(`[data-card="${CSS.escape(id ?? "")}"]`);
      if (found) return found.cloneNode(true);
    }
    return null;
  };

  const listed = (link) => {
    const sources = document.querySelectorAll(".x-sources li");
    if (link.matches(CITATION)) return [...sources].find((source) => `#${source.id}` === link.hash);
    return [...sources].find((source) => source.querySelector("a.ref-source")?.pathname === link.pathname);
  };

  const sourceContent = (link) => {
    const source = listed(link)?.cloneNode(true);
    if (!source) return null;
    source.querySelectorAll(".x-back, a[rel]").forEach((away) => away.remove());
    source.querySelectorAll("a").forEach((name) => name.replaceWith(element("b", name.textContent)));
    const content = document.createElement("div");
    const line = document.createElement("p");
    line.append(...source.childNodes);
    content.append(element("i", said("source")), line);
    if (link.title) content.append(element("small", said("where").replace("$1", () => link.title)));
    return content;
  };

  // The words stand on the page, which knows the language.
  const said = (name) => document.querySelector(`[data-${name}]`)?.dataset[name] ?? "";

  const linkAt = (node) => {
    const link = node instanceof Element ? node.closest("a[href]") : null;
    if (!link) return null;
    const hasCard = link.matches(CITATION) || (link.matches("[class*='ref-']") && link.closest(LINKED));
    return hasCard ? link : null;
  };

  const isFocused = (link) => link === document.activeElement && link.matches(":focus-visible");

  const place = () => {
    card.style.left = card.style.top = "0px";
    const box = card.getBoundingClientRect();
    const link = shown.getBoundingClientRect();
    const lines = [...shown.getClientRects()];
    const line = lines.find((part) => part.top <= height && height <= part.bottom) ?? lines[0] ?? link;
    const left = Math.max(EDGE, Math.min(line.left, root.clientWidth - EDGE - box.width));
    const above = link.top - GAP - box.height;
    const below = link.bottom + GAP;
    const top = below + box.height > root.clientHeight && above >= 0 ? above : below;
    card.style.left = `${left - box.left}px`;
    card.style.top = `${top - box.top}px`;
  };

  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    if (title) shown.title = title;
    shown = null;
    card.remove();
  };

  const show = (link, note = "") => {
    if (link === shown) return true;
    hide();
    const content = entryContent(link) ?? sourceContent(link);
    if (!content) return false;
    if (note) content.prepend(element("strong", note)); // at the end it might be off the screen
    card.replaceChildren(content);
    for (card.id = "x-preview"; document.getElementById(card.id); ) card.id += "-";
    shown = link;
    title = link.title;
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", card.id);
    (link.closest("article") ?? document.body).append(card);
    card.showPopover?.();
    place();
    return true;
  };

  const moveTo = (target) => {
    const now = card.contains(target) ? shown : linkAt(target);
    if (now === over) return;
    over = now;
    clearTimeout(timer);
    if (now && now !== shown) timer = setTimeout(show, OPEN_AFTER, now);
    else if (!now && shown && !isFocused(shown)) timer = setTimeout(hide, CLOSE_AFTER);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (!card.contains(event.target)) height = event.clientY;
    moveTo(event.target);
  });
  root.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") moveTo(null);
  });
  document.addEventListener("pointerdown", (event) => {
    tapped = event.pointerType === "touch" || event.pointerType === "pen";
    height = event.clientY;
  });
  document.addEventListener("pointerup", (event) => {
    if (!card.contains(event.target) && linkAt(event.target) !== shown) hide();
  });
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (!link || event.defaultPrevented) return;
    if (tapped && link !== shown && show(link, said("tap"))) event.preventDefault();
    else hide();
  });
  document.addEventListener("keydown", (event) => {
    tapped = false;
    height = -1;
    if (event.key === "Escape") hide();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
    if (link && isFocused(link)) show(link);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === shown && over !== shown) hide();
  });
  addEventListener("resize", () => {
    if (shown) place();
  });
})();
