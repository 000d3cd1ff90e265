/** Where the forms of the city's own page are found that the chat leads to. They are shown in the chat's own window: only there a frame knows its visitor. */
export const SECURE_PATH = '/secure/'
