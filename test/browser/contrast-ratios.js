/**
 * Runs in the page, which is why it is no TypeScript: the contrast of every text with what is behind it.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
(() => {
  const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color) => {
    const [red, green, blue] = channels(color)
      .slice(0, 3)
      .map((channel) => channel / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backgroundOf = (element) => {
    if (!element) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? backgroundOf(element.parentElement) : backgroundColor;
  };
  const holdsText = (element) =>
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '',
    );
  return [...document.querySelectorAll('main *')].filter(holdsText).map((element) => {
    const [darker, lighter] = [getComputedStyle(element).color, backgroundOf(element)]
      .map(luminance)
      .toSorted((one, other) => one - other);
    return (lighter + 0.05) / (darker + 0.05);
  });
})();
