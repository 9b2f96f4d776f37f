// Where the newest message is: it may be hidden below the box, which floats over the end of the conversation.

export function isVisible(newest, box) {
  return !newest || newest.getBoundingClientRect().top < box.getBoundingClientRect().top - 10;
}

export function scrollTo(newest, box) {
  if (!newest) return;
  newest.style.scrollMarginBottom = `${box.offsetHeight + 16}px`;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  newest.scrollIntoView({ block: 'end', behavior: still ? 'auto' : 'smooth' });
}
