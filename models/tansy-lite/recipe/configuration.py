"""The JSON files that transformers.js reads, in the layout of Idefics3 (SmolVLM)."""

import language_weights as lm
from connector import IMAGE_TOKENS
from text import CHAT_TEMPLATE, END_OF_TEXT, IMAGE, TOKEN_NAMES, TURN_END, TURN_START
from tower import IMAGE_SIZE

SHARDS = {"embed_tokens": 1, "vision_encoder": 2, "decoder_model_merged": 5}


def files(special_ids: list[int]) -> dict[str, dict]:
    return {
        "config.json": config(),
        "generation_config.json": generation(special_ids),
        "preprocessor_config.json": preprocessor(),
        "processor_config.json": {"processor_class": "Idefics3Processor", "image_seq_len": IMAGE_TOKENS},
        "tokenizer_config.json": tokenizer(),
    }


def config() -> dict:
    turns = {"bos_token_id": TURN_START, "eos_token_id": TURN_END, "pad_token_id": TURN_END}
    body = {
        "model_type": "llama",
        "architectures": ["LlamaForCausalLM"],
        "hidden_size": lm.WIDTH,
        "intermediate_size": lm.INNER_WIDTH,
        "num_hidden_layers": lm.LAYERS,
        "num_attention_heads": lm.QUERY_HEADS,
        "num_key_value_heads": lm.KEY_HEADS,
        "head_dim": lm.HEAD_WIDTH,
        "vocab_size": lm.VOCABULARY,
        "max_position_embeddings": lm.POSITIONS,
        "rms_norm_eps": lm.NORM_EPSILON,
        "rope_theta": lm.ROPE_BASE,
        "tie_word_embeddings": True,
        **turns,
    }
    return {
        "architectures": ["Idefics3ForConditionalGeneration"],
        "model_type": "idefics3",
        "image_token_id": IMAGE,
        "vocab_size": lm.VOCABULARY,
        "tie_word_embeddings": True,
        **turns,
        "text_config": body,
        "vision_config": {"model_type": "idefics3_vision", "image_size": IMAGE_SIZE},
        "transformers.js_config": {
            "dtype": {session: "int8" for session in SHARDS},
            "use_external_data_format": SHARDS,
        },
    }


def generation(special_ids: list[int]) -> dict:
    """Control tokens never belong in an answer, least of all those whose embedding now means something else."""
    ends = [TURN_END, END_OF_TEXT]
    return {
        "bos_token_id": TURN_START,
        "eos_token_id": ends,
        "pad_token_id": TURN_END,
        "suppress_tokens": [token for token in special_ids if token not in ends],
    }


def preprocessor() -> dict:
    """Stretched to one square without cutting; EfficientNet-Lite wants (value - 127) / 128."""
    return {
        "image_processor_type": "Idefics3ImageProcessor",
        "processor_class": "Idefics3Processor",
        "do_convert_rgb": True,
        "do_resize": True,
        "size": {"height": IMAGE_SIZE, "width": IMAGE_SIZE},
        "max_image_size": {"longest_edge": IMAGE_SIZE},
        "resample": 2,
        "do_rescale": True,
        "rescale_factor": 1 / 255,
        "do_normalize": True,
        "image_mean": [127 / 255] * 3,
        "image_std": [128 / 255] * 3,
        "do_image_splitting": False,
        "do_pad": False,
    }


def tokenizer() -> dict:
    return {
        "tokenizer_class": "GPT2Tokenizer",
        "processor_class": "Idefics3Processor",
        "bos_token": TOKEN_NAMES[TURN_START],
        "eos_token": TOKEN_NAMES[TURN_END],
        "pad_token": TOKEN_NAMES[TURN_END],
        "unk_token": TOKEN_NAMES[END_OF_TEXT],
        "additional_special_tokens": [name for token, name in TOKEN_NAMES.items() if token != END_OF_TEXT],
        "add_prefix_space": False,
        "clean_up_tokenization_spaces": False,
        "model_max_length": lm.POSITIONS,
        "chat_template": CHAT_TEMPLATE,
    }
