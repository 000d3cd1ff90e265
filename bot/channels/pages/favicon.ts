/** The needle of a compass: who pilots, points. Our own drawing, not the city's mark. */
export const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="#12395b"/>' +
  '<path d="M16 4l5 12h-10z" fill="#fff"/><path d="M16 28l-5-12h10z" fill="#8fb9dd"/></svg>'
