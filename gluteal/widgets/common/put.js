// Writing to the page only what has changed: an unchanged word written again makes the browser lay the page out again.

function putText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function putAttribute(node, name, value) {
  if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
}
