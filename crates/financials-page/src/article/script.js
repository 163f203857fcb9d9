"use strict";
(() => {
  const root = document.documentElement;
  const cards = document.querySelector(".cards");
  const close = document.querySelector(".close");
  const marks = [...document.querySelectorAll(".mark")];
  const cardOf = mark => document.getElementById("card-" + mark.id);
  const markOf = card => document.getElementById(card.id.slice("card-".length));
  const isWide = () => matchMedia("(min-width: 60rem)").matches;
  let opened = null;

  const light = conflict => {
    for (const mark of marks) {
      mark.classList.toggle("lit", conflict !== undefined && mark.dataset.conflict === conflict);
    }
  };
  const shut = () => {
    if (!opened) return;
    opened.classList.remove("open");
    markOf(opened)?.classList.remove("current");
    opened = null;
    light(undefined);
  };
  const open = card => {
    if (opened === card || !card) return;
    shut();
    opened = card;
    card.classList.add("open");
    const mark = markOf(card);
    mark?.classList.add("current");
    light(mark?.dataset.conflict);
    cards.scrollTop = 0;
    if (!isWide()) mark?.scrollIntoView({ block: "nearest" });
  };

  root.classList.add("js");
  close.hidden = false;
  close.addEventListener("click", () => {
    const mark = opened && markOf(opened);
    shut();
    mark?.focus({ preventScroll: true });
    shut();
  });
  document.addEventListener("focusin", event => {
    const mark = event.target.closest(".mark");
    if (mark) open(cardOf(mark));
  });
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    if (link.matches(".mark")) {
      event.preventDefault();
      open(target);
      // A click of the keyboard asks for the card itself.
      if (event.detail === 0) target.focus();
    } else if (target.matches(".mark")) {
      event.preventDefault();
      target.focus();
      open(cardOf(target));
    }
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !opened) return;
    const mark = markOf(opened);
    if (opened.contains(document.activeElement)) mark?.focus();
    else shut();
  });
  for (const box of document.querySelectorAll(".filters input")) {
    const state = box.id.slice("show-".length);
    const filter = () => {
      for (const mark of document.querySelectorAll(".mark." + state)) {
        if (box.checked) mark.removeAttribute("tabindex");
        else mark.tabIndex = -1;
      }
      if (!box.checked && opened?.classList.contains(state)) shut();
    };
    box.addEventListener("change", filter);
    filter();
  }
  const asked = location.hash.startsWith("#card-") && document.getElementById(location.hash.slice(1));
  if (asked) open(asked);
  else if (isWide()) open(cards.querySelector(".card.wrong"));
})();
