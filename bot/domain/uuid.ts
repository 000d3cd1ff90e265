const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is nothing but a random id of ours. Its digits and letters may look like a telephone number, or like words. */
export const isUuid = (text: string): boolean => UUID.test(text)
