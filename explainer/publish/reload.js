// Reloads the page when the site that is served has changed. Only served pages have this script.
(() => {
  const own = document.currentScript;
  let source = null;

  // A browser opens few connections to one host, so only a page that is seen holds one.
  const listen = () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (source === null) {
      source = new EventSource(own.dataset.changes);
      source.onmessage = (event) => {
        if (event.data !== own.dataset.revision) {
          source.close();
          location.reload();
        }
      };
    }
  };

  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => source?.close());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      source = null;
      listen();
    }
  });
  listen();
})();
