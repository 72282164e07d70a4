package io.headstream.tracer.tokenizer.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.tracer.tokenizer.SmallTokenizers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tokenizers changed part by part: other parts in their place, parts in parts, and members that are empty, huge or of another type. */
final class Mutants {
    private static final List<String> SECTIONS = List.of(
            "normalizer",
            "pre_tokenizer",
            "post_processor",
            "decoder",
            "model",
            "added_tokens",
            "padding",
            "truncation");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    // in place of any part, whatever its kind
    private static final List<String> PARTS = List.of(
            "{'type':'Precompiled','precompiled_charsmap':''}",
            "{'type':'Precompiled','precompiled_charsmap':'AAAAAAAA'}",
            "{'type':'Precompiled','precompiled_charsmap':'/////w=='}",
            "{'type':'Replace','pattern':{'String':''},'content':'x'}",
            "{'type':'Replace','pattern':{'Regex':''},'content':'xx'}",
            "{'type':'Replace','pattern':{'Regex':'(a+)+$'},'content':''}",
            "{'type':'Replace','pattern':{'Regex':'a'},'content':'aa'}",
            "{'type':'Split','pattern':{'Regex':'(a+)+$'},'behavior':'Isolated','invert':false}",
            "{'type':'Split','pattern':{'Regex':'(?<x>a\\\\g<x>?b)'},'behavior':'Removed','invert':true}",
            "{'type':'Split','pattern':{'Regex':'(?:(?:(?:a*)*)*)*b'},'behavior':'MergedWithNext','invert':false}",
            "{'type':'Split','pattern':{'String':''},'behavior':'Contiguous','invert':false}",
            "{'type':'FixedLength','length':0}",
            "{'type':'FixedLength','length':1}",
            "{'type':'Metaspace','replacement':'','prepend_scheme':'always','split':true}",
            "{'type':'Metaspace','replacement':'_','prepend_scheme':'first','split':false}",
            "{'type':'CharDelimiterSplit','delimiter':'a'}",
            "{'type':'CharDelimiterSplit','delimiter':''}",
            "{'type':'Punctuation','behavior':'Removed'}",
            "{'type':'UnicodeScripts'}",
            "{'type':'Whitespace'}",
            "{'type':'WhitespaceSplit'}",
            "{'type':'BertPreTokenizer'}",
            "{'type':'Digits','individual_digits':true}",
            "{'type':'ByteLevel','add_prefix_space':true,'trim_offsets':true,'use_regex':false}",
            "{'type':'NFKC'}",
            "{'type':'Nmt'}",
            "{'type':'StripAccents'}",
            "{'type':'Strip','strip_left':true,'strip_right':true}",
            "{'type':'Strip','content':' ','start':1000000,'stop':9}",
            "{'type':'Strip','content':'','start':1,'stop':1}",
            "{'type':'Prepend','prepend':''}",
            "{'type':'Lowercase'}",
            "{'type':'BertNormalizer','clean_text':true,'handle_chinese_chars':true,'strip_accents':true,'lowercase':true}",
            "{'type':'ByteFallback'}",
            "{'type':'Fuse'}",
            "{'type':'WordPiece','prefix':'','cleanup':true}",
            "{'type':'WordPiece','prefix':'##','cleanup':true}",
            "{'type':'BPEDecoder','suffix':''}",
            "{'type':'CTC','pad_token':'','word_delimiter_token':'','cleanup':true}",
            "{'type':'BertProcessing','sep':['x',99999],'cls':['y',4294967295]}",
            "{'type':'RobertaProcessing','sep':['x',1],'cls':['y',2],'trim_offsets':true,'add_prefix_space':true}",
            "{'type':'TemplateProcessing','single':[{'SpecialToken':{'id':'none','type_id':0}}],'pair':[],'special_tokens':{}}",
            "{'type':'TemplateProcessing','single':[],'pair':[{'Sequence':{'id':'A','type_id':0}}],'special_tokens':{}}",
            "{'type':'Sequence','normalizers':[]}",
            "{'type':'Sequence','pretokenizers':[],'decoders':[],'processors':[],'normalizers':[]}",
            "{'strategy':{'Fixed':0},'direction':'Right','pad_to_multiple_of':0,'pad_id':0,'pad_type_id':0,'pad_token':''}",
            "{'direction':'Right','max_length':0,'strategy':'LongestFirst','stride':7}",
            "{'type':'None'}");

    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.textNode(""),
            JSON.textNode("a".repeat(5000)),
            JSON.textNode("\u2581"),
            JSON.textNode("##########"),
            JSON.textNode("\u0000"),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(1),
            JSON.numberNode(4294967295L),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(1e300),
            JSON.booleanNode(true),
            JSON.booleanNode(false),
            JSON.arrayNode(),
            JSON.objectNode());

    private final Random random;

    Mutants(long seed) {
        this.random = new Random(seed);
    }

    /** One, two or three changes to one of the small tokenizers. */
    ObjectNode next() {
        ObjectNode mutant = one(SmallTokenizers.all());
        for (int i = random.nextInt(3); i >= 0; i--) {
            change(mutant);
        }
        return mutant;
    }

    private void change(ObjectNode mutant) {
        String section = one(SECTIONS);
        switch (random.nextInt(4)) {
            case 0 -> mutant.set(section, SmallTokenizers.part(one(PARTS).replace('\'', '"')));
            case 1 -> mutant.set(section, nested(mutant.get(section), section));
            case 2 -> member(mutant.path(section));
            default -> mutant.set(one(List.of("normalizer", "pre_tokenizer", "decoder", "post_processor")), sequence());
        }
    }

    // a member somewhere in a part, the vocabulary's few pieces among them
    private void member(JsonNode part) {
        List<ObjectNode> objects = new ArrayList<>();
        objects(part, objects);
        if (objects.isEmpty()) {
            return;
        }
        ObjectNode object = one(objects);
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return;
        }
        if (random.nextInt(5) == 0) {
            object.remove(one(names));
        } else {
            object.set(one(names), one(VALUES).deepCopy());
        }
    }

    private static void objects(JsonNode node, List<ObjectNode> found) {
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        node.forEach(child -> objects(child, found));
    }

    private JsonNode nested(JsonNode part, String section) {
        JsonNode inner = part == null ? JSON.nullNode() : part;
        for (int depth = random.nextInt(30); depth > 0; depth--) {
            ObjectNode outer = JSON.objectNode().put("type", "Sequence");
            outer.putArray(list(section)).add(inner);
            inner = outer;
        }
        return inner;
    }

    private JsonNode sequence() {
        ObjectNode sequence = JSON.objectNode().put("type", "Sequence");
        ArrayNode parts = JSON.arrayNode();
        for (int i = random.nextInt(12); i >= 0; i--) {
            parts.add(SmallTokenizers.part(one(PARTS).replace('\'', '"')));
        }
        return sequence.set(one(List.of("normalizers", "pretokenizers", "decoders", "processors")), parts);
    }

    private static String list(String section) {
        return switch (section) {
            case "normalizer" -> "normalizers";
            case "pre_tokenizer" -> "pretokenizers";
            case "decoder" -> "decoders";
            default -> "processors";
        };
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
