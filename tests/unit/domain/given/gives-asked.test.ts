import { describe, expect, it } from 'vitest';
import { givesWhatIsAsked } from '../../../../src/domain/given/gives-asked';

type Pair = readonly [question: string, sentence: string];

/** Each kind: sentences that may give what is asked, and sentences of the same thing that give something else of it. */
const kinds: readonly { asked: string; gives: readonly Pair[]; others: readonly Pair[] }[] = [
  {
    asked: 'what somebody or something is called',
    gives: [
      ['What is the sexton’s donkey called?', 'The sexton’s donkey answers to Brutus.'],
      ['What is the name of the barge?', 'Our barge, the Merry Widow, lies at the weir.'],
      ['What are the twins named?', 'The twins are Ottilie and Jonas.'],
      ['What was the song called?', 'They closed with “winter wheat”.'],
      ['What is the cat called?', 'Biscuit is the cat.'],
      ['What is the name of the pony?', 'Rollo lives in the stable.'],
    ],
    others: [
      ['What is the sexton’s donkey called?', 'The sexton’s donkey sleeps in the old forge.'],
      ['What is the name of the barge?', 'The barge lies at the weir and leaks.'],
      ['What is Greta’s hen called?', 'Since Monday Greta’s hen lays no eggs.'],
      ['What is the cat called?', 'Tuesday is the day of the cat.'],
      ['What is the cat called?', 'It sleeps in the barn.'],
      ['What is the cat called?', 'Cats: fed at eight.'],
    ],
  },
  {
    asked: 'what somebody pays',
    gives: [
      ['How much is it for a child?', 'Adults pay 9 euros, a child 4.'],
      ['What is the fare for students?', 'The fare is £3, for students £2.'],
      ['How much is a seat for the matinee?', 'Seats are 12 euros.'],
    ],
    others: [
      ['How much is it for a child?', 'Adults pay 9 euros.'],
      ['What is the fare for a dog?', 'The fare is £3, for students £2.'],
    ],
  },
  {
    asked: 'somebody, and not where',
    gives: [['Who leads the walk?', 'The walk in Harl Wood is led by Inge Moor.']],
    others: [
      ['Who leads the walk?', 'The walk begins at Moor Gate and ends near Harl Wood.'],
      ['Who will play at the fair?', 'The fair is held in St Olave’s on 3 June.'],
    ],
  },
  {
    asked: 'a reason',
    gives: [
      ['Why is the bakery shut this week?', 'The bakery is shut because the oven broke.'],
      ['Why are dogs kept out of the reserve?', 'Dogs are kept out so that the geese can breed.'],
      ['Why was the match moved?', 'The match was moved to Sunday due to snow.'],
      ['And why is the path closed?', 'The path is closed: a bank has slipped.'],
      ['Why did the ferry turn back?', 'The ferry turned back for lack of fuel.'],
      ['Why is the milk warmed?', 'Warm the milk to help the yeast along.'],
      ['Why must the lid stay on?', 'Leave the lid on or the rice dries out.'],
      ['Why is the cellar locked?', 'The cellar is locked (two bikes were stolen).'],
      ['Why was the choir late?', 'The coach broke down, so the choir was late.'],
      ['Why is there no hot water?', 'There is no hot water – the boiler is being changed.'],
    ],
    others: [
      [
        'Why is the bakery shut this week?',
        'The bakery is shut this week and opens again on Monday.',
      ],
      [
        'Why are dogs kept out of the reserve?',
        'Dogs are kept out of the reserve from March to July.',
      ],
      ['Why was the match moved?', 'The match was moved to Sunday.'],
      ['Why is the path closed?', 'The path behind the mill is closed until Easter.'],
      ['Why did the ferry turn back?', 'The ferry turned back after half an hour.'],
      ['Why was Mr Holt given the prize?', 'Mr Holt was given the prize on Friday evening.'],
      ['Why did Ms Berg leave the board?', 'Ms Berg left the board in May; Mr Lie follows her.'],
      ['Why is the cellar locked?', 'The cellar is locked at ten and opened at six.'],
      ['Why was the choir late?', 'The choir came an hour late and sang three songs.'],
      ['Why has the club a new hall?', 'The club has a new hall beside the station.'],
    ],
  },
  {
    asked: 'somebody',
    gives: [
      ['Who waters the plants?', 'The plants are watered by Selma.'],
      ['Who feeds the goats?', 'Jakob feeds the goats at six.'],
      ['Who has the spare key?', 'The spare key is with the neighbour.'],
      ['Who plays the organ?', 'Organ: Rut Lindahl.'],
      ['Who checks the tickets?', 'Tickets are checked by the driver.'],
      ['Who may use the sauna?', 'The sauna is for members.'],
      ['Who painted the door?', 'The door was painted in 1931 by Ole Vik.'],
      ['Who leads the walk?', 'The walk on Tuesday is led by Dr Sato.'],
      ['Who sweeps the stairs?', 'Each flat sweeps the stairs in turn.'],
      ['Who is Mr Vik?', 'Mr Vik paints doors.'],
    ],
    others: [
      ['Who waters the plants?', 'The plants are watered on Monday and Thursday.'],
      ['Who feeds the goats?', 'The goats get hay at six.'],
      ['Who has the spare key?', 'The spare key opens the side door too.'],
      ['Who plays the organ?', 'The organ has 1,200 pipes.'],
      ['Who checks the tickets?', 'Tickets: 4 euros, on board.'],
      ['Who heats the sauna?', 'The sauna is hot from Friday at four.'],
      ['Who painted the door?', 'The door was painted in 1931.'],
      ['Who leads the walk?', 'The walk on Tuesday begins at the mill.'],
      ['Who sweeps the stairs?', 'The stairs are swept in March and October.'],
      ['Who rings the bell of Saint Olav?', 'The bell of Saint Olav rings at noon.'],
    ],
  },
  {
    asked: 'a number of things',
    gives: [
      ['How many chairs are in the hall?', 'The hall has 80 chairs.'],
      ['How many eggs does it take?', 'Take three eggs and a cup of milk.'],
      ['How many stops are there?', 'Stops: 14.'],
      ['How many times does it beep?', 'It beeps twice.'],
      ['How many children came?', 'Twenty-two children came.'],
      ['How many days does it keep?', 'It keeps five days in the fridge.'],
      ['How many more weeks does it last?', 'It lasts two weeks.'],
      ['How many keys are there?', 'Both keys hang in the hall.'],
      ['How many lifts are there?', 'There is no lift.'],
      ['How many people fit in room 12?', 'Room 12: 30 people.'],
    ],
    others: [
      ['How many chairs are in the hall?', 'The hall is let for 80 euros a day.'],
      ['How many eggs does it take?', 'Beat the eggs for three minutes.'],
      ['How many stops are there?', 'It stops at the church at 7.12.'],
      ['How many parcels may I send?', 'Parcels of up to 20 kg are sent from here.'],
      ['How many children came?', 'The children came on 14 May.'],
      ['How many guests can sleep there?', 'Guests can sleep there for 30 euros a night.'],
      ['How many bikes may I borrow?', 'Bikes: 3 hours, scooters: one hour.'],
      ['How many keys are there?', 'The keys are in room 4.'],
      ['How many lifts are there?', 'The lifts run until 22:30.'],
      ['How many pupils are in class 3a?', 'Class 3a is at the pool on 2 June.'],
    ],
  },
  {
    asked: 'a price',
    gives: [
      ['How much does the tour cost?', 'The tour costs 12 euros.'],
      ['How much do children pay?', 'Children pay nothing.'],
      ['What does a towel cost?', 'Towels are free.'],
      ['How much is a day ticket?', 'Day ticket 9.50.'],
      ['What is the late fee?', 'Late fee: half the rent.'],
      ['How much was the new roof?', 'The new roof came to forty thousand.'],
      ['What do the boots cost?', 'The boots are included.'],
      ['What does a seat cost?', 'A seat is EUR20, or 5pp for a group.'],
      ['What does the stall cost?', 'A stall takes number 7, at 15 a day.'],
      ['What is the price of a boat?', 'Boats at $30.'],
      ['How much is charged for a second bag?', 'A second bag is carried without charge.'],
      ['What will the visit cost?', 'For the visit we take £65.'],
    ],
    others: [
      ['How much does the tour cost?', 'The tour begins at the gate.'],
      ['How much do children pay?', 'Children pay at the side door.'],
      ['What does a towel cost?', 'Towels hang by the pool.'],
      ['How much is a day ticket?', 'Day tickets are sold on the bus.'],
      ['What is the late fee?', 'The late fee is paid in cash.'],
      ['How much was the new roof?', 'The new roof is of slate.'],
      ['What do the boots cost?', 'The boots come with wool socks.'],
      ['What did the lamps cost?', 'The tracking number of the lamps is KX-20418-B.'],
      ['What does the parcel cost?', 'The parcel is left with the baker at number 7.'],
      ['What is the price of a boat?', 'The price of a boat depends on the season.'],
      ['How much does a second bag cost?', 'A second bag goes under the seat.'],
      ['What will the new bell cost?', 'The new bell was cast by Ms Orr.'],
    ],
  },
  {
    asked: 'what something is',
    gives: [
      ['What is the dish of the week?', 'Dish of the week: lamb stew, 13.50.'],
      ['What is the name of the boat?', 'The boat is the Alma, built 1902.'],
      ['What was the first prize?', 'First prize 200.'],
      ['What’s the door code?', 'Door code 4711.'],
      ['What are the opening hours?', 'Opening hours 9 to 17.'],
      ['What is the phone number of the vet?', 'Vet: phone number 555 0199.'],
      ['What is the top speed?', 'Top speed 45.'],
      ['What is the wifi called?', 'The wifi is called Heron.'],
      ['What were the colours of the flag?', 'Flag, 1911, red and white.'],
      ['What is the deposit?', 'Deposit 200.'],
    ],
    others: [
      ['What is the dish of the week?', 'Dish of the week 13.50.'],
      ['What is the tea of the month?', 'Tea of the month: 4.20.'],
      ['What was the film of the evening?', 'The film of the evening was at 20.15.'],
      ['What is the song of the year?', 'Song of the year 1974.'],
      ['What’s the cake today?', 'Cake today 3.90.'],
      ['What is the wine by the glass?', 'Wine by the glass 5.'],
      ['What are the plants in bed 3?', 'Plants in bed 3: 24.'],
      ['What is on the menu?', 'On the menu, 2.'],
      ['What was the book of 1999?', 'The book of 1999.'],
      ['And what is the toy of the week?', 'Toy of the week – 15!'],
    ],
  },
];

describe.each(kinds)('$asked', ({ gives, others }) => {
  it.each(gives)('may be given: %s %s', (question, sentence) => {
    expect(givesWhatIsAsked(sentence, question)).toBe(true);
  });

  it.each(others)('is not given: %s %s', (question, sentence) => {
    expect(givesWhatIsAsked(sentence, question)).toBe(false);
  });
});

it('what else is asked for cannot be told so, and may be given', () => {
  for (const question of [
    'Where is the key?',
    'When does it open?',
    'Which bus goes to the mill?',
    'Do I need a ticket?',
    'How long is the walk?',
  ]) {
    expect(givesWhatIsAsked('The mill was built of oak.', question), question).toBe(true);
  }
});

it('a place in a row is given by that place', () => {
  const gives = (question: string, sentence: string) => givesWhatIsAsked(sentence, question);
  const first = 'There are six on the list, and the first is Tom Birch.';
  expect(gives('Who is second on the list?', first)).toBe(false);
  expect(gives('Who is first on the list?', first)).toBe(true);
  expect(gives('Who is third on the list?', 'On the list: 1. Tom, 2. Ida, 3. Ben Orr.')).toBe(true);
  expect(gives('Which team came second?', 'Harbour Rowers were 2nd.')).toBe(true);
  expect(gives('How often a second does it blink?', 'It blinks twice.')).toBe(true);
});

it('a long row of figures is looked through, and not parted in every way that there is', () => {
  const row = `${'1,'.repeat(180)}x`;
  expect(givesWhatIsAsked(row, 'How many apples are there?')).toBe(true);
});
