// The doors through which the widgets of the lesson engine come in; see common/loader.js.
export { renderQuestion, renderReveal, renderPicture, renderPanel, gradeAnswer, ownKeys, findTheLost };
