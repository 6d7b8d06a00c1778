"""The tokenizer, and the three control tokens that a photo needs.

SmolLM2 keeps tokens for repositories and file names that a conversation never uses. Three of them are renamed, so the
vocabulary and both matrices keep their shape.
"""

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

from language_weights import TokenizerTables

END_OF_TEXT, TURN_START, TURN_END = 0, 1, 2
IMAGE, AROUND_IMAGE, GLOBAL_IMAGE = 4, 5, 6
RENAMED = {IMAGE: "<image>", AROUND_IMAGE: "<fake_token_around_image>", GLOBAL_IMAGE: "<global-img>"}
TOKEN_NAMES = {END_OF_TEXT: "<|endoftext|>", TURN_START: "<|im_start|>", TURN_END: "<|im_end|>", **RENAMED}

CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\\n' }}"
    "{% if message['content'] is string %}{{ message['content'] }}"
    "{% else %}{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %}{{ '<image>' }}{% else %}{{ part['text'] }}{% endif %}"
    "{% endfor %}{% endif %}"
    "{{ '<|im_end|>\\n' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)


def build_tokenizer(tables: TokenizerTables) -> Tokenizer:
    names = [RENAMED.get(index, token) for index, token in enumerate(tables.tokens)]
    merges = [tuple(merge.split(" ")) for merge in tables.merges]
    tokenizer = Tokenizer(models.BPE(vocab={name: index for index, name in enumerate(names)}, merges=merges))
    digits = pre_tokenizers.Digits(individual_digits=True)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([digits, pre_tokenizers.ByteLevel(add_prefix_space=False)])
    tokenizer.decoder = decoders.ByteLevel()
    special = [AddedToken(names[index], special=True, normalized=False) for index in tables.special_ids]
    tokenizer.add_special_tokens(special)
    return tokenizer


def image_stand_ins(tokenizer: Tokenizer) -> dict[int, int]:
    """Whose embeddings the tokens around a photo borrow: a line break, and the word " picture"."""
    (line,), (picture,) = tokenizer.encode("\n").ids, tokenizer.encode(" picture").ids
    return {AROUND_IMAGE: line, GLOBAL_IMAGE: picture}
