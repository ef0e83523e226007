// What a browser has and jsdom lacks, as far as these tests need it.

let narrow = false;
let online = true;

export const browser = {
  install() {
    window.matchMedia = (query) => matchMedia(query);
    window.scrollTo = (() => {
      Object.defineProperty(window, "scrollY", { value: 0, configurable: true });
    }) as typeof window.scrollTo;
    Object.defineProperty(navigator, "onLine", { get: () => online, configurable: true });
    // Radix's menus measure and capture pointers.
    Element.prototype.hasPointerCapture = () => false;
    Element.prototype.setPointerCapture = () => undefined;
    Element.prototype.scrollIntoView = () => undefined;
    window.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
  },

  reset() {
    narrow = false;
    online = true;
    this.scrollTo(0);
    localStorage.clear();
  },

  beNarrow() {
    narrow = true;
  },

  goOffline() {
    online = false;
    window.dispatchEvent(new Event("offline"));
  },

  scrollTo(y: number) {
    Object.defineProperty(window, "scrollY", { value: y, configurable: true });
  },
};

function matchMedia(query: string) {
  const list = new EventTarget();
  return Object.assign(list, {
    media: query,
    matches: query.includes("max-width") && narrow,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList;
}
