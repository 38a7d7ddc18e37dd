// Listens while the page is seen: browsers allow six connections an origin, and tabs that
// nobody looks at would hold them all. What was missed is fetched on return.
(() => {
  let events = null;

  let due = null;

  // Many commits make one look, a moment after the first.
  const tell = () => {
    due ??= setTimeout(() => {
      due = null;
      document.body.dispatchEvent(new Event("recorded"));
    }, 1000);
  };

  const listen = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (events === null) {
      events = new EventSource(document.body.dataset.events);
      events.addEventListener("recorded", tell);
    }
  };

  document.addEventListener("visibilitychange", () => {
    listen();
    if (!document.hidden) {
      tell();
    }
  });
  listen();
})();
