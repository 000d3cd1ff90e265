/** The same question as other people, keyboards and telephones would write it; none of it changes what is asked. */
export const variants: Readonly<Record<string, (text: string) => string>> = {
  'upper case': (text) => text.toUpperCase(),
  'lower case': (text) => text.toLowerCase(),
  'extra spaces': (text) => `  ${text.split(' ').join('   ')} `,
  'missing åäö': (text) => text.replace(/[åäöÅÄÖ]/g, (letter) => BARE[letter]!),
  emoji: (text) => `${text} 🙏🏽🙂`,
}

const BARE: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', Å: 'A', Ä: 'A', Ö: 'O' }
