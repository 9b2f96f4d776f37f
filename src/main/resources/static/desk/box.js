// Words put into a text box as if they were typed there.

/** At the cursor, in the place of what is selected; Ctrl+Z takes it back. Tells the box's listeners by an input event. */
export function insert(box, text) {
  box.focus();
  // the only way that keeps the browser's undo; deprecated, but without a successor
  if (document.execCommand('insertText', false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/** As a paragraph of its own, if something stands before the cursor. */
export function insertParagraph(box, text) {
  const before = box.value.slice(0, box.selectionStart);
  insert(box, (before && !/\s$/.test(before) ? '\n\n' : '') + text);
}
