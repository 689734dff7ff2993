// What a person would notice on a page, measured. Each gives plain sentences, none when all is well.
window.measures = (() => {
  const CONTROLS = "a[href], button, summary, select, textarea, input:not([type=hidden])";
  const seen = (one) => {
    const box = one.getBoundingClientRect();
    return one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 1 && box.height > 1
      && box.right > 0 && box.bottom + scrollY > 0;
  };
  const called = (one) => `${one.localName} “${(one.getAttribute("aria-label") ?? one.textContent).trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  const texts = function* () {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const owner = node.parentElement;
      if (node.textContent.trim() && !owner.closest("script, style, template")) yield [node.textContent.trim(), owner];
    }
  };

  const scrollsSideways = () => {
    const wide = document.documentElement.scrollWidth;
    return wide > innerWidth ? [`${wide} px of page on ${innerWidth} px of screen`] : [];
  };
  const headings = () => {
    const ones = [...document.querySelectorAll("h1")].filter(seen);
    return ones.length === 1 ? [] : [`${ones.length} h1`];
  };
  const smallText = () => [...texts()].filter(([, owner]) => seen(owner) && parseFloat(getComputedStyle(owner).fontSize) < 13.9)
    .map(([text, owner]) => `${getComputedStyle(owner).fontSize} text “${text.slice(0, 40)}”`);

  const looksLikeButton = (one) => {
    const style = getComputedStyle(one);
    return style.display !== "inline" && (parseFloat(style.borderTopWidth) > 0 || style.backgroundColor !== "rgba(0, 0, 0, 0)");
  };
  const smallTargets = () => {
    const small = [];
    for (const one of document.querySelectorAll(CONTROLS)) {
      const touched = one.matches("[type=radio], [type=checkbox]") ? one.labels?.[0] ?? one : one;
      if (!seen(touched)) continue;
      const link = one.matches("a"), box = touched.getBoundingClientRect();
      if (link && getComputedStyle(one).display === "inline") continue; // within a sentence; axe looks at its surroundings
      const least = !link || looksLikeButton(one) || one.closest("nav, header") ? 44 : 24;
      if (box.height < least - 0.5 || box.width < least - 0.5)
        small.push(`${called(one)} is ${Math.round(box.width)} × ${Math.round(box.height)} px, not ${least}`);
    }
    return small;
  };

  const words = () => {
    const found = [...texts()].filter(([, owner]) => owner.checkVisibility()).map(([text, owner]) => ({ text, owner }));
    for (const owner of document.querySelectorAll("[aria-label], [placeholder], [title], [alt]"))
      for (const name of ["aria-label", "placeholder", "title", "alt"])
        if (owner.hasAttribute(name)) found.push({ text: owner.getAttribute(name), owner });
    return [{ text: document.title, where: "title" }, ...found
      .filter(({ owner }) => !owner.closest("[lang=th]:not(html)"))
      .map(({ text, owner }) => ({ text: text.replace(/\s+/g, " ").trim(), where: owner.localName }))];
  };

  // --- where the keyboard stands ---
  const looks = (one) => {
    const style = getComputedStyle(one);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join(" ");
  };
  const ringed = (one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  };
  const standsOut = (one, shown) => {
    const focused = looks(one) + looks(shown), ring = ringed(one) || ringed(shown);
    one.blur();
    const left = looks(one) + looks(shown);
    one.focus({ focusVisible: true, preventScroll: true });
    return ring && focused !== left;
  };
  const covered = (shown) => {
    const box = shown.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return !(top && (shown.contains(top) || top.contains(shown)));
  };
  const stand = () => {
    const one = document.activeElement, all = [...document.querySelectorAll("*")];
    const shown = one.matches("[type=radio], [type=checkbox]") ? one.labels[0] ?? one : one;
    const told = { at: all.indexOf(one), what: called(shown), lost: one === document.body };
    return { ...told, unseen: !told.lost && !standsOut(one, shown), covered: !told.lost && covered(shown) };
  };
  const reachable = () => [...document.querySelectorAll("*")].flatMap((one, at) => one.matches(CONTROLS)
    && one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0
    && (one.type !== "radio" || one === standingFor(one)) ? [at] : []);
  const standingFor = (one) => { // Tab stops once in a group of choices
    const group = [...(one.form ?? document).querySelectorAll(`[type=radio][name="${one.name}"]`)];
    return group.find((one) => one.checked) ?? group[0];
  };
  const fromTheTop = () => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  };

  return {
    notices: () => [...scrollsSideways(), ...headings(), ...smallText(), ...smallTargets()],
    scrollsSideways, words, stand, reachable, fromTheTop,
  };
})();
