"""More ordinary questions out of a few frames, so that no one wording carries the lesson. No passages, no refusals."""

from lessons.common import chance_for

FRAMES = {
    "What is the capital of {}?": "France Italy Germany Egypt Kenya Norway Sweden Peru Chile Greece Turkey Poland Portugal Ireland Austria India Thailand Vietnam Cuba Hungary",
    "What is {} used for?": "flour|vinegar|a hammer|a compass|a stethoscope|bleach|a telescope|a corkscrew|baking soda|a microscope|a wheelbarrow|a ladder|candle wax|a thermos|a spirit level",
    "What is a {}?": "glacier|sonnet|volcano|passport|harbour|novel|tenant|recipe|meadow|bakery|comet|budget|reptile|canal|orchestra|vowel|continent|thesaurus|windmill|parliament|swamp|trumpet",
    "How do I grow {}?": "basil|strawberries|potatoes|beans|sunflowers|mint|peppers|garlic|spinach|peas|radishes|cucumbers",
    "How often should I water {}?": "a fern|a bonsai|tomatoes|an orchid|a palm|mint|a lemon tree|succulents",
    "How much light does {} need?": "a fern|a rubber plant|basil|an orchid|a cactus|ivy",
    "When should I sow {}?": "beans|peas|lettuce|beetroot|pumpkins|spinach",
    "How long should I cook {}?": "potatoes|broccoli|spaghetti|salmon|a roast chicken|beans|an artichoke|corn",
    "How do I make {}?": "soup|a salad|scrambled eggs|lemonade|toast|mashed potatoes|a fruit salad|porridge|a sandwich|gravy",
    "How do I clean {}?": "windows|an oven|leather shoes|a carpet|silver|a keyboard|a mirror",
    "Is it safe to {}?": "drink sea water|eat raw eggs|swim after lunch|charge a phone at night|eat moss|touch a toad",
    "What does {} taste like?": "ginger|a mango|liquorice|basil|a fig|cardamom",
    "Why are {} important?": "bees|forests|friends|laws|rivers|books|vegetables|libraries",
    "Tell me about {}.": "elephants|Iceland|the moon|bread|the Nile|owls|chess|Paris|honey|trains|the Vikings|tulips|wolves|tea|bridges",
    "What should I wear {}?": "in the rain|to a wedding|for a hike|to an interview|in the snow|to the gym",
    "How much does {} weigh?": "an elephant|an egg|a litre of water|a bicycle|a cat",
    "How long does {} live?": "a dog|a cat|a tortoise|a fly|a horse|an oak tree",
    "Who {}?": "discovered penicillin|wrote Hamlet|invented the light bulb|was Julius Caesar|built the pyramids|was Gandhi|was Napoleon",
    "What colour is {}?": "the sky|grass|a ripe banana|a ruby|snow|a raven|an emerald",
    "Where is {}?": "Paris|Mount Everest|the Amazon|Egypt|Tokyo|Iceland|the Great Barrier Reef",
    "Which is {}?": "bigger, the sun or the moon|heavier, iron or wood|faster, a car or a plane|older, Rome or New York|colder, ice or snow",
    "Can I {}?": "freeze bread|eat apple skins|keep a rabbit indoors|grow lemons at home|paint over wallpaper|wash silk",
    "What do {} eat?": "cows|owls|squirrels|rabbits|sharks|bees|hedgehogs",
    "Write a sentence with the word {}.": "river|window|brave|coffee|shadow|tomorrow|garden",
    "Explain {} to a child.": "rain|money|electricity|the heart|a shadow|sleep",
}
OPENINGS = ["", "", "", "Please tell me: ", "I wonder, ", "Quick question. ", "Tansy, ", "Hey, "]


def varied(seed: int = 1) -> list[str]:
    chance = chance_for("variants", seed)
    questions = []
    for frame, fillings in FRAMES.items():
        for filling in fillings.split("|") if "|" in fillings else fillings.split(" "):
            question = frame.format(filling)
            opening = chance.choice(OPENINGS)
            lower = opening.endswith(("wonder, ", "me: ", "Tansy, ", "Hey, ")) and not question.startswith("I ")
            questions.append(opening + (question[0].lower() + question[1:] if lower else question))
    return questions
