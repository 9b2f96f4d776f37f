// What the page needs of bpmn-js: to look, to move, to zoom, to put marks on elements. Nothing that changes a diagram.
export { default } from 'bpmn-js/lib/NavigatedViewer.js';
