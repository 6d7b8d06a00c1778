/** Units that people ask about, by the names that they have in English. */

export interface Unit {
  /** What it measures: only units of one kind can be converted. */
  readonly of: 'mass' | 'length' | 'volume' | 'temperature' | 'time' | 'speed' | 'area';
  /** Its name for the calculator. */
  readonly symbol: string;
  readonly one: string;
  readonly many: string;
}

type Row = readonly [symbol: string, one: string, many: string, ...others: string[]];

/** Cups, pints and gallons are those of the United States, and are called that; spoons are of 15 and 5 ml. */
const rows: Readonly<Record<Unit['of'], readonly Row[]>> = {
  mass: [
    ['mg', 'milligram', 'milligrams', 'mg'],
    ['g', 'gram', 'grams', 'g', 'gramme', 'grammes'],
    ['kg', 'kilogram', 'kilograms', 'kg', 'kilo', 'kilos'],
    ['lbs', 'pound', 'pounds', 'lb', 'lbs'],
    ['oz', 'ounce', 'ounces', 'oz'],
    ['stone', 'stone', 'stone', 'stones'],
    ['tonne', 'tonne', 'tonnes'],
  ],
  length: [
    ['mm', 'millimetre', 'millimetres', 'mm', 'millimeter', 'millimeters'],
    ['cm', 'centimetre', 'centimetres', 'cm', 'centimeter', 'centimeters'],
    ['m', 'metre', 'metres', 'm', 'meter', 'meters'],
    ['km', 'kilometre', 'kilometres', 'km', 'kilometer', 'kilometers'],
    ['inch', 'inch', 'inches'],
    ['foot', 'foot', 'feet', 'ft'],
    ['yard', 'yard', 'yards'],
    ['mile', 'mile', 'miles'],
  ],
  volume: [
    ['ml', 'millilitre', 'millilitres', 'ml', 'milliliter', 'milliliters'],
    ['dl', 'decilitre', 'decilitres', 'dl', 'deciliter', 'deciliters'],
    ['l', 'litre', 'litres', 'l', 'liter', 'liters'],
    ['cup', 'US cup', 'US cups', 'cup', 'cups'],
    ['pint', 'US pint', 'US pints', 'pint', 'pints'],
    ['quart', 'US quart', 'US quarts', 'quart', 'quarts'],
    ['gallon', 'US gallon', 'US gallons', 'gallon', 'gallons'],
    ['fluidounce', 'US fluid ounce', 'US fluid ounces', 'fluid ounce', 'fluid ounces'],
    ['tablespoon', 'tablespoon', 'tablespoons'],
    ['teaspoon', 'teaspoon', 'teaspoons'],
  ],
  temperature: [
    ['degC', 'degree Celsius', 'degrees Celsius', 'celsius', 'degrees c', '°c', 'centigrade'],
    ['degF', 'degree Fahrenheit', 'degrees Fahrenheit', 'fahrenheit', 'degrees f', '°f'],
  ],
  time: [
    ['second', 'second', 'seconds'],
    ['minute', 'minute', 'minutes'],
    ['hour', 'hour', 'hours'],
    ['day', 'day', 'days'],
    ['week', 'week', 'weeks'],
  ],
  speed: [
    [
      'km/h',
      'kilometre an hour',
      'kilometres an hour',
      'kilometres per hour',
      'kilometers per hour',
      'km per hour',
      'kmh',
    ],
    ['mile/h', 'mile an hour', 'miles an hour', 'miles per hour', 'mph'],
    ['m/s', 'metre a second', 'metres a second', 'metres per second', 'meters per second'],
  ],
  area: [
    ['m^2', 'square metre', 'square metres', 'square meter', 'square meters'],
    ['sqft', 'square foot', 'square feet'],
    ['acre', 'acre', 'acres'],
    ['hectare', 'hectare', 'hectares'],
  ],
};

const byName = new Map(
  Object.entries(rows).flatMap(([of, all]) =>
    all.flatMap(([symbol, one, many, ...others]) => {
      const unit = { of: of as Unit['of'], symbol, one, many };
      return [one, many, ...others].map((name) => [name.toLowerCase(), unit] as const);
    }),
  ),
);

export const unitNamed = (name: string): Unit | undefined => byName.get(name.trim());
