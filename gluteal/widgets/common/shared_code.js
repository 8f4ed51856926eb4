// The code that all widgets of the lesson engine share, fetched from the model that carries it.

// The code becomes a module once, however many widgets use it.
function moduleOf(shared) {
  if (!shared.glutealModule) {
    const url = URL.createObjectURL(new Blob([shared.get("code")], { type: "text/javascript" }));
    shared.glutealModule = import(url).finally(() => URL.revokeObjectURL(url));
  }
  return shared.glutealModule;
}

function dress(style) {
  const present = document.head.querySelector("style[data-gluteal-engine]");
  if (present?.textContent === style) return;
  const sheet = present ?? document.head.appendChild(document.createElement("style"));
  sheet.dataset.glutealEngine = "";
  sheet.textContent = style;
}

const sharedOf = (model) => model.widget_manager.get_model(model.get("engine").replace("IPY_MODEL_", ""));
