// Tay và phím: what the keyboard does, and small comforts. Every page works without this file.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const typing = (element) => element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  let waitingForPlace = 0;

  function closeDrops(except) {
    document.querySelectorAll("details.cv-drop[open]").forEach((drop) => {
      if (drop === except) return;
      if (!except && drop.contains(document.activeElement)) drop.querySelector("summary").focus();
      drop.open = false;
    });
  }

  function closeMenu() {
    if (location.hash === "#menu") {
      history.replaceState(null, "", location.pathname + location.search);
      location.hash = "#main";
      document.querySelector(".cv-top-menu").focus();
    }
  }

  function walkRows(step) {
    const links = [...document.querySelectorAll(".cv-table.is-register tbody td.is-main > a")];
    if (!links.length) return false;
    const here = document.activeElement.closest("tr");
    const place = here ? links.findIndex((link) => link.closest("tr") === here) : -1;
    if (!here && document.activeElement !== document.body && document.activeElement.id !== "main") return false;
    const next = links[Math.max(0, Math.min(links.length - 1, place + step))];
    next.focus({ preventScroll: true });
    next.closest("tr").scrollIntoView({ block: "nearest" });
    return true;
  }

  function walkHits(step) {
    const hits = [...document.querySelectorAll("#search-hits a")];
    const place = hits.indexOf(document.activeElement);
    if (!hits.length || (place < 0 && document.activeElement.id !== "search")) return false;
    const next = place + step;
    (next < 0 ? byId("search") : hits[Math.min(next, hits.length - 1)]).focus();
    return true;
  }

  function goTo(letter) {
    const place = document.querySelector(`.cv-menu a[data-key="${CSS.escape(letter)}"]`);
    if (place) location.assign(place.href);
  }

  function plainKey(event) {
    if (waitingForPlace && Date.now() - waitingForPlace < 1500) {
      waitingForPlace = 0;
      return goTo(event.key);
    }
    waitingForPlace = 0;
    if (event.key === "/") {
      event.preventDefault();
      byId("search")?.focus();
    } else if (event.key === "?") {
      byId("keys")?.showModal();
    } else if (event.key === "g") {
      waitingForPlace = Date.now();
    }
  }

  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      byId("search")?.select();
      byId("search")?.focus();
    } else if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && target.closest("form.cv-form")) {
      target.closest("form.cv-form").requestSubmit();
    } else if (event.key === "Escape") {
      closeDrops(null);
      closeMenu();
      if (target.closest(".cv-search")) document.activeElement.blur();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (target.closest(".cv-search") ? walkHits(step) : !typing(target) && walkRows(step)) event.preventDefault();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !typing(target)) {
      plainKey(event);
    }
  });

  // A barcode scanner ends with Enter: it must not send a form that is not filled in.
  document.addEventListener("keydown", (event) => {
    const form = event.target instanceof Element ? event.target.closest("form.cv-form") : null;
    if (event.key !== "Enter" || event.ctrlKey || !form || !event.target.matches("input:not([type=submit])")) return;
    if (!form.checkValidity()) {
      event.preventDefault();
      form.querySelector(":invalid:not(fieldset)")?.focus();
    }
  });

  document.addEventListener("click", (event) => {
    closeDrops(event.target.closest("details.cv-drop") ?? document.body);
    if (event.target.closest("[data-close]")) event.target.closest(".cv-note").remove();
    if (event.target.closest("[data-print]")) window.print();
    if (event.target.closest("[data-keys]")) byId("keys").showModal();
  });

  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (event.target.method === "post" && button) setTimeout(() => button.setAttribute("aria-busy", "true"));
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("[aria-busy=true]").forEach((button) => button.removeAttribute("aria-busy"));
  });

  // The export carries the conditions that the list shows now.
  document.addEventListener("htmx:pushedIntoHistory", (event) => {
    const excel = byId("excel");
    if (excel) excel.search = new URL(event.detail.path, location.href).search;
  });

  byId("form-errors")?.focus();
})();
