import { words } from './words.js'

const EMPTY = words(`
  och men så hm ok okej aha ja jo nej hej tack snälla då nu sen också ens bara ungefär egentligen exakt typ
  vad va hur när var vart vem vilka vilken vilket varför det den de dom detta denna här där sånt sådant
  är blir var blev kan kunna man jag vi du ni en ett för att till om på i med av från hos vid mig oss min mitt
  måste ska skall bör behöver behövs behöva ha har hade får få mycket lång långt många tar ta kommer något nåt någon själv
  göra gör gjorde brukar innan veta undrar säg berätta visa ge finns alls mer
  and but so ok okay well yes no hi please thanks then now also just about exactly
  will would what how when where who which why it that this these there is are was be do does did i we you me us my a an the for of in on
  with to from at need needs needed must should can could would have has get gets much many long take takes any some anything
  something know tell show give more`)

/** True for words that say nothing of what a question is about. `word` is comparable text. */
export const isEmpty = (word: string): boolean => EMPTY.has(word)
