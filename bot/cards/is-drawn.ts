const NOT_DRAWN =
  /\p{Extended_Pictographic}|[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u

/** Whether the typeface of our PDFs has all letters of a text: it has those of Europe, and no small pictures. */
export const isDrawn = (text: string): boolean => !NOT_DRAWN.test(text)
