namespace OpenJd.Fuzz.Expressions;

/// <summary>What expressions are made of.</summary>
internal static class Vocabulary
{
    /// <summary>Functions and methods.</summary>
    public static IReadOnlyList<string> Functions { get; } =
    [
        "abs", "all", "any", "apply_path_mapping", "as_posix", "bool", "capitalize", "ceil", "center", "count",
        "endswith", "fail", "find", "flatten", "float", "floor", "index", "int", "is_absolute", "is_relative_to",
        "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "isupper", "join", "len", "list", "ljust",
        "lower", "lstrip", "max", "min", "path", "range", "range_expr", "re_escape", "re_findall", "re_match",
        "re_search", "re_split", "re_sub", "relative_to", "removeprefix", "removesuffix", "replace", "repr_cmd",
        "repr_json", "repr_py", "repr_pwsh", "repr_sh", "reversed", "rfind", "rindex", "rjust", "round", "rsplit",
        "rstrip", "sorted", "split", "startswith", "string", "strip", "sum", "title", "unique", "upper", "with_name",
        "with_number", "with_stem", "with_suffix", "zfill",
    ];

    /// <summary>Symbols with a value.</summary>
    public static IReadOnlyList<string> Symbols { get; } =
    [
        "Param.Start", "Param.Scale", "Param.Name", "Param.On", "Param.File", "Param.Frames", "Param.Nothing",
        "Param.Ints", "Param.Names", "Param.Files", "Param.Grid", "Param.Unknown", "Task.Param.Frame", "Job.Name",
    ];

    /// <summary>All sorts of tokens, also broken ones.</summary>
    public static IReadOnlyList<string> Tokens { get; } =
    [
        .. Functions, .. Symbols, .. Symbols, .. Functions.Select(name => "." + name + "("), "+", "-", "*", "/",
        "//", "%", "**", "<", ">", "<=", ">=", "==", "!=", "=", "(", ")", "[", "]", "{", "}", ",", ":", ".", "..",
        "!", "&", "|", "^", "~", "@", ";", "\\", "`", "$", "?", "#", "->", ":=", "not", "in", "not in", "and", "or",
        "if", "else", "for", "is", "lambda", "True", "true", "False", "false", "None", "null", "x", "y", "_",
        "async", "0", "1", "2", "-1", "3", "10", "007", "1_000", "1__0", "0x1F", "0o7", "0b1", "0x",
        "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "1.5", ".5", "5.", "1e3",
        "1e400", "1e", "0.1", "1e-320", "''", "'a'", "\"b\"", "'é'", "'😀'", "'\\n'", "'\\x41'", "'\\ud800'",
        "'\\U00110000'", "'\\N{DEGREE SIGN}'", "r'\\d+'", "r'(a+)+$'", "r'(a|b)*c'", "r'['", "'a{1000}'",
        "'''a\nb'''", "\"\"\"", "'", "\"", "b'a'", "f'{x}'", "'s3://b/x'", "'/a/b.0001.exr'", "'1-10:2'", "'%04d'",
        "'a,b,c'", ".name", ".stem", ".suffix", ".suffixes", ".parent", ".parts", "for x in", "if x else",
        "[x for x in ", "[::-1]", "[0]", "[1:2]", "\n", "\t", "\r", "\u00A0", "\uFEFF", "\0",
    ];

    /// <summary>Expressions that hold, to be changed.</summary>
    public static IReadOnlyList<string> Expressions { get; } =
    [
        "Param.Start + Task.Param.Frame * 2", "Param.File.stem + '_' + Param.Name.upper() + '.exr'",
        "[x * 2 for x in range(10) if x % 3 == 0]", "sum([x * x for x in Param.Frames])",
        "'--verbose' if Param.On else null", "Param.Nothing or Param.Name", "1 < Param.Start <= 20 and not Param.On",
        "Param.Names.join(',').split(',')[::-1]", "re_sub(Param.Name, r'(\\d+)', '#')",
        "re_findall('v1.2', r'(\\d)\\.(\\d)')", "re_split('a1b22c', r'\\d+', 2)",
        "path('/a/b') / Param.Name / 'x.tar.gz'", "Param.File.with_number(Param.Start)",
        "Param.File.with_suffix('.png').relative_to('/proj')", "repr_sh(['echo', Param.Name, \"it's\"])",
        "repr_py([[1.5, 2], [3]])", "repr_json(Param.Names + ['é'])", "repr_pwsh([[true]])",
        "repr_cmd('100% \"q\" ^!')", "range_expr('1-10:3')[1:] + [100]", "list(Param.Frames)[-1]",
        "sorted(Param.Ints, ) + reversed(Param.Ints)", "flatten([[1, 2], [3]]) == [1, 2, 3]", "unique([1, 1, 2])",
        "round(Param.Scale, 2) // 0.5", "-7 % 3 ** -2", "zfill(Param.Start, 5) + center('x', 9)",
        "'%s' * 3 in 'abc'", "int('42') + float('1e3') + bool('yes')", "string([path('a'), path('b')])",
        "apply_path_mapping('/mnt/x')", "[['-e', e] for e in Param.Names]", "Param.Grid[0][1:]",
        "min(1, 2.5, 3) + max(Param.Ints)", "title('they\\'re') + capitalize('ÉTÉ')",
        "'a\\tb\\x41\\u00e9\\U0001F600'", "r'\\d' + \"\\\"\" + '''x\ny'''", "fail('no') if false else 1",
        "[x for x in [[1], [2.5]]]", "'abc'[-2:] + 'abc'[0]", "'x' not in ['x'] or 3 in Param.Frames", "((((1))))",
        "('a' * 1000).replace('a', 'bb').count('b')", "[0] * 1000", "range(1, 1000000, 7)[5]", "2 ** 62 * 2",
    ];
}
