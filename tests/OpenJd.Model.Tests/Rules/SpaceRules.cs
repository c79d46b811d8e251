using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Template schemas §3.4.</summary>
internal static class SpaceRules
{
    private const string AndU = "\n    - {name: U, type: INT, range: [1]}";
    private const string Chunks =
        "type: 'CHUNK[INT]', range: 1-9, chunks: {defaultTaskCount: 2, rangeConstraint: CONTIGUOUS}";

    public static Rule[] All { get; } =
    [
        new(
            "§3.4.1 a space has parameters",
            Task("type: INT, range: [1]"),
            Step("parameterSpace: {taskParameterDefinitions: []}"),
            "at least 1 element"),
        new(
            "§3.4.1 up to 16 parameters",
            Parameters(16),
            Parameters(17),
            "taskParameterDefinitions has 17 elements; 16 are the most."),
        new(
            "§3.4.1 names are given once",
            Task("type: INT, range: [1]", AndU),
            Task("type: INT, range: [1]", "\n    - {name: T, type: INT, range: [1]}"),
            "The task parameter name 'T' occurs twice."),
        new(
            "§3.4.1 types are known",
            Task("type: INT, range: [1]"),
            Task("type: BOOL, range: [1]"),
            "A task parameter's type cannot be 'BOOL'"),
        new(
            "§3.4.1.1 an INT's list is not empty",
            Task("type: INT, range: [1]"),
            Task("type: INT, range: []"),
            "range must have at least 1 element."),
        new(
            "§3.4.1.1 an INT's list has up to 1024 values",
            Task($"type: INT, range: [{List(1024, i => $"{i}")}]"),
            Task($"type: INT, range: [{List(1025, i => $"{i}")}]"),
            "range has 1025 elements; 1024 are the most."),
        new(
            "§3.4.1.1 an INT's values are whole numbers",
            Task("type: INT, range: ['1']"),
            Task("type: INT, range: ['1.5']"),
            "'1.5' is not a whole number of 64 bits."),
        new(
            "§3.4.1.1.1 a range may be an expression of any length",
            Task("type: INT, range: 1-1000000"),
            Task("type: INT, range: 1-"),
            "is not a range of whole numbers"),
        new(
            "§3.4.1.1.1 ranges do not overlap",
            Task("type: INT, range: '1-5,6'"),
            Task("type: INT, range: '1-5,5'"),
            "is not a range of whole numbers"),
        new(
            "§3.4.1.1.1 a skip is not 0",
            Task("type: INT, range: '5-1:-2'"),
            Task("type: INT, range: '1-5:0'"),
            "is not a range of whole numbers"),
        new(
            "§3.4.1.1.1 a range downward has its first value",
            Task("type: INT, range: 5-1"),
            Task("type: INT, range: ''"),
            "''"),
        new(
            "§3.4.1.2 a FLOAT's range is a list",
            Task("type: FLOAT, range: [1, '2.5']"),
            Task("type: FLOAT, range: 1-5"),
            "must be a list"),
        new(
            "§3.4.1.2 a FLOAT's values are finite",
            Task("type: FLOAT, range: [1e308]"),
            Task("type: FLOAT, range: [.inf]"),
            "is not a finite decimal number"),
        new(
            "§3.4.1.3 a STRING's list has up to 1024 values",
            Task($"type: STRING, range: [{List(1024, _ => "a")}]"),
            Task($"type: STRING, range: [{List(1025, _ => "a")}]"),
            "range has 1025 elements; 1024 are the most."),
        new(
            "§3.4.1.3 a STRING's values are texts",
            Task("type: STRING, range: ['5']"),
            Task("type: STRING, range: [5]"),
            "must be text"),
        new(
            "§3.4.1.4 a PATH's values are not empty",
            Task("type: PATH, range: [a]"),
            Task("type: PATH, range: ['']"),
            "cannot be empty"),
        new(
            "§3.4.2 a value has up to 1024 characters",
            Task($"type: STRING, range: [{Many(1024)}]"),
            Task($"type: STRING, range: [{Many(1025)}]"),
            "A value has 1025 characters; 1024 are the most."),
        new(
            "§3.4.1.5 chunks need TASK_CHUNKING",
            Chunking + Task(Chunks),
            Task("type: INT, range: [1], chunks: {}"),
            "The field 'chunks' needs the extension TASK_CHUNKING"),
        new(
            "§3.4.1.5 a CHUNK[INT] has chunks",
            Chunking + Task(Chunks),
            Chunking + Task("type: 'CHUNK[INT]', range: [1]"),
            "A CHUNK[INT] parameter needs the field 'chunks'."),
        new(
            "§3.4.1.5 chunks belong to CHUNK[INT]",
            Chunking + Task(Chunks),
            Chunking + Task("type: INT, range: [1], chunks: {}"),
            "The field 'chunks' belongs to a CHUNK[INT] parameter."),
        new(
            "§3.4.1.5 one CHUNK[INT] a space",
            Chunking + Task(Chunks, AndU),
            Chunking + Task(Chunks, $"\n    - {{name: V, {Chunks}}}"),
            "one CHUNK[INT] parameter at most"),
        new(
            "§3.4.1.5 defaultTaskCount is 1 or more",
            Chunking + Chunk("defaultTaskCount: 1"),
            Chunking + Chunk("defaultTaskCount: 0"),
            "defaultTaskCount cannot be 0"),
        new(
            "§3.4.1.5 defaultTaskCount may be text",
            Chunking + Chunk("defaultTaskCount: '1'"),
            Chunking + Chunk("defaultTaskCount: 'x'"),
            "defaultTaskCount cannot be x"),
        new(
            "§3.4.1.5 targetRuntimeSeconds is 0 or more",
            Chunking + Chunk("defaultTaskCount: 1, targetRuntimeSeconds: 0"),
            Chunking + Chunk("defaultTaskCount: 1, targetRuntimeSeconds: -1"),
            "targetRuntimeSeconds cannot be -1"),
        new(
            "§3.4.1.5 rangeConstraint is one of two",
            Chunking + Task(Chunks),
            Chunking + Task(Chunks.Replace("CONTIGUOUS", "ANY", StringComparison.Ordinal)),
            "rangeConstraint cannot be 'ANY'"),
        new(
            "§3.4.1.5 rangeConstraint is given",
            Chunking + Task(Chunks),
            Chunking + Task("type: 'CHUNK[INT]', range: 1-9, chunks: {defaultTaskCount: 1}"),
            "chunks needs the field 'rangeConstraint'."),
        new(
            "§3.4.3 a combination has up to 1280 characters",
            Task("type: INT, range: [1]", $"\n    combination: 'T{new string(' ', 1279)}'"),
            Task("type: INT, range: [1]", $"\n    combination: 'T{new string(' ', 1280)}'"),
            "combination has 1281 characters; 1280 are the most."),
        new("§3.4.3.4 each parameter occurs", Combined("T * U"), Combined("T"), "combination leaves out U"),
        new(
            "§3.4.3.4 each parameter occurs once",
            Combined("(T, U)"),
            Combined("T * U * T"),
            "combination names 'T' twice"),
        new("§3.4.3.4 names are parameters", Combined("U * T"), Combined("T * U * V"), "combination names 'V'"),
        new("§3.4.3 parentheses close", Combined("(T) * (U)"), Combined("(T, U"), "combination ends where"),
        new(
            "§3.4.3.6 a chunked parameter is not associated",
            Chunking + Task(Chunks, AndU + "\n    combination: T * U"),
            Chunking + Task(Chunks, AndU + "\n    combination: (T, U)"),
            "can only be multiplied"),
        new(
            "§3.4 a range may be an expression with EXPR",
            Expr + Task("type: STRING, range: \"{{ ['a', 'b'] }}\""),
            Expr + Task("type: STRING, range: \"{{ 5 }}\""),
            "in ' 5 '"),
        new(
            "§3.4 a range as an expression has a value",
            Expr + Task("type: INT, range: '{{ [1] }}'"),
            Expr + Task("type: INT, range: '{{ [] }}'"),
            "range must have at least 1 element."),
        new(
            "§3.4.1 a task parameter has a range",
            Task("type: INT, range: [1]"),
            Task("type: INT"),
            "needs the field 'range'"),
        new(
            "§3.4.1 a task parameter has a name",
            Task("type: INT, range: [1]"),
            Step("parameterSpace: {taskParameterDefinitions: [{type: INT, range: [1]}]}"),
            "needs the field 'name'"),
        new(
            "§3.4.1 a task parameter has a type",
            Task("type: INT, range: [1]"),
            Task("range: [1]"),
            "needs the field 'type'"),
        new(
            "§3.4.1.2 a FLOAT's list is not empty",
            Task("type: FLOAT, range: [1.5]"),
            Task("type: FLOAT, range: []"),
            "range must have at least 1 element."),
        new(
            "§3.4.1.2 a FLOAT's list has up to 1024 values",
            Task($"type: FLOAT, range: [{List(1024, i => $"{i}.5")}]"),
            Task($"type: FLOAT, range: [{List(1025, i => $"{i}.5")}]"),
            "range has 1025 elements; 1024 are the most."),
        new(
            "§3.4.1.3 a STRING's list is not empty",
            Task("type: STRING, range: [a]"),
            Task("type: STRING, range: []"),
            "range must have at least 1 element."),
        new(
            "§3.4.1.4 a PATH's list is not empty",
            Task("type: PATH, range: [a]"),
            Task("type: PATH, range: []"),
            "range must have at least 1 element."),
        new(
            "§3.4.1.4 a PATH's list has up to 1024 values",
            Task($"type: PATH, range: [{List(1024, _ => "a")}]"),
            Task($"type: PATH, range: [{List(1025, _ => "a")}]"),
            "range has 1025 elements; 1024 are the most."),
        new(
            "§3.4.1.5 a CHUNK[INT]'s list is not empty",
            Chunking + Listed("1"),
            Chunking + Listed(""),
            "range must have at least 1 element."),
        new(
            "§3.4.1.5 a CHUNK[INT]'s list has up to 1024 values",
            Chunking + Listed(List(1024, i => $"{i}")),
            Chunking + Listed(List(1025, i => $"{i}")),
            "range has 1025 elements; 1024 are the most."),
        new(
            "§3.4.1.5 chunks have a defaultTaskCount",
            Chunking + Task(Chunks),
            Chunking + Task("type: 'CHUNK[INT]', range: 1-9, chunks: {rangeConstraint: CONTIGUOUS}"),
            "chunks needs the field 'defaultTaskCount'."),
        new(
            "§3.4.1.5 targetRuntimeSeconds may be text",
            Chunking + Chunk("defaultTaskCount: 1, targetRuntimeSeconds: '0'"),
            Chunking + Chunk("defaultTaskCount: 1, targetRuntimeSeconds: '-1'"),
            "targetRuntimeSeconds cannot be -1"),
        new(
            "§3.4.2 a path has up to 1024 characters",
            Task($"type: PATH, range: [{Many(1024)}]"),
            Task($"type: PATH, range: [{Many(1025)}]"),
            "A value has 1025 characters; 1024 are the most."),
        new(
            "§3.4.3 a combination is not empty",
            Task("type: INT, range: [1]", "\n    combination: T"),
            Task("type: INT, range: [1]", "\n    combination: ''"),
            "combination cannot be empty."),
        new(
            "§3.4.3 a combination multiplies and associates only",
            Combined("T * U"),
            Combined("T + U"),
            "combination"),
        new(
            "§3.4.3 parentheses hold something",
            Combined("(T, U)"),
            Combined("T * U * ()"),
            "combination"),
        new(
            "§7.1 a task parameter's name has up to 64 characters",
            Named(64),
            Named(65),
            "A task parameter's name has 65 characters; 64 are the most."),
    ];

    private static string Parameters(int count) => Step(
        "parameterSpace: {taskParameterDefinitions: "
            + $"[{List(count, i => $"{{name: P{i}, type: INT, range: [1]}}")}]}}");

    private static string Chunk(string fields) =>
        Task($"type: 'CHUNK[INT]', range: 1-9, chunks: {{{fields}, rangeConstraint: CONTIGUOUS}}");

    private static string Listed(string values) => Task(
        $"type: 'CHUNK[INT]', range: [{values}], chunks: {{defaultTaskCount: 2, rangeConstraint: CONTIGUOUS}}");

    private static string Named(int length) =>
        Step($"parameterSpace: {{taskParameterDefinitions: [{{name: {Many(length)}, type: INT, range: [1]}}]}}");

    private static string Combined(string combination) =>
        Task("type: INT, range: [1]", $"{AndU}\n    combination: {combination}");
}
