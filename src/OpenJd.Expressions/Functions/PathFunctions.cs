using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Functions;

/// <summary>Functions on paths. Source: expression language §2.3.2.</summary>
internal static class PathFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("path", "(string) -> path", OfText);
        table.Add("path", "(list[string]) -> path", OfParts);
        table.Add("with_name", "(path, string) -> path", WithName);
        table.Add("with_stem", "(path, string) -> path", WithStem);
        table.Add("with_suffix", "(path, string) -> path", WithSuffix);
        table.Add("with_number", "(path, int) -> path", PathWithNumber);
        table.Add("with_number", "(string, int) -> string", TextWithNumber);
        table.Add("as_posix", "(path) -> string", AsPosix);
        table.Add("is_absolute", "(path) -> bool", IsAbsolute);
        table.Add("is_relative_to", "(path, path) -> bool", IsRelativeTo);
        table.Add("is_relative_to", "(path, string) -> bool", IsRelativeTo);
        table.Add("relative_to", "(path, path) -> path", RelativeTo);
        table.Add("relative_to", "(path, string) -> path", RelativeTo);
        table.AddForHost("apply_path_mapping", "(string) -> path", ApplyPathMapping);
    }

    private static Operand OfText(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.ReserveText(arguments[0].String.Length);
        return Operand.OfPath(PurePath.Normalize(arguments[0].String, evaluator.Format));
    }

    private static Operand OfParts(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var parts = arguments[0].List;
        evaluator.CountElements(parts.Count);
        var path = "";
        foreach (var part in parts.Elements)
        {
            evaluator.ReserveText((long)path.Length + part.String.Length + 1);
            path = PurePath.Extend(path, part.String, evaluator.Format);
        }

        return Operand.OfPath(PurePath.Normalize(path, evaluator.Format));
    }

    private static Operand WithName(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Renamed(ref evaluator, arguments[0].String, arguments[1].String);

    private static Operand WithStem(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (path, stem) = (arguments[0].String, arguments[1].String);
        var suffix = FileName.Suffix(PurePath.Name(path, evaluator.Format));
        if (stem.Length == 0 && suffix.Length > 0)
            throw ValueError.Of($"'{path}' cannot be left with the suffix '{suffix}' alone: with_name() can do that.");
        return Renamed(ref evaluator, path, stem + suffix);
    }

    private static Operand WithSuffix(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (path, suffix) = (arguments[0].String, arguments[1].String);
        if (suffix.Length > 0 && (suffix[0] != '.' || suffix.Length == 1))
            throw ValueError.Of($"'{suffix}' is no suffix: it starts with a dot and has more behind it, or is empty.");
        return Renamed(ref evaluator, path, FileName.Stem(PurePath.Name(path, evaluator.Format)) + suffix);
    }

    private static Operand PathWithNumber(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (path, number) = (arguments[0].String, arguments[1].Int);
        var name = PurePath.Name(path, evaluator.Format);
        return Renamed(ref evaluator, path, Numbered(ref evaluator, name, number));
    }

    private static Operand TextWithNumber(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (text, number) = (arguments[0].String, arguments[1].Int);
        var start = UriPath.IsUri(text) || evaluator.Format == PathFormat.Posix
            ? text.LastIndexOf('/') + 1
            : text.AsSpan().LastIndexOfAny('/', '\\') + 1;
        return Operand.Of(text[..start] + Numbered(ref evaluator, text[start..], number));
    }

    private static string Numbered(ref Evaluator evaluator, string name, long number)
    {
        if (name.Length == 0) throw ValueError.Of("There is no file name that a number could be put into.");
        evaluator.ReserveText(name.Length + NumberedName.WidthMax);
        return NumberedName.With(name, number)
            ?? throw ValueError.Of($"A number cannot be padded to more than {NumberedName.WidthMax} characters.");
    }

    private static Operand AsPosix(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.ReserveText(arguments[0].String.Length);
        return Operand.Of(PurePath.AsPosix(arguments[0].String, evaluator.Format));
    }

    private static Operand IsAbsolute(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.CountText(arguments[0].String.Length);
        return Operand.Of(PurePath.IsAbsolute(arguments[0].String, evaluator.Format));
    }

    private static Operand IsRelativeTo(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(Rest(ref evaluator, arguments) is not null);

    private static Operand RelativeTo(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.OfPath(Rest(ref evaluator, arguments)
            ?? throw ValueError.Of($"'{arguments[0].String}' does not lie beneath '{arguments[1].String}'."));

    private static string? Rest(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (path, other) = (arguments[0].String, arguments[1].String);
        evaluator.CountText(other.Length);
        evaluator.ReserveText(path.Length);
        return PurePath.RelativeTo(path, PurePath.Normalize(other, evaluator.Format), evaluator.Format);
    }

    /// <summary>The path with another last part.</summary>
    /// <exception cref="ExpressionException">The path has no last part, or the name is none.</exception>
    private static Operand Renamed(ref Evaluator evaluator, string path, string name)
    {
        evaluator.ReserveText((long)path.Length + name.Length + 1);
        if (PurePath.Name(path, evaluator.Format).Length == 0)
            throw ValueError.Of($"'{path}' has no file name that could be changed.");
        return FileName.IsValid(name, evaluator.Format)
            ? Operand.OfPath(PurePath.WithName(path, name, evaluator.Format))
            : throw ValueError.Of($"'{name}' is no file name: it is neither empty nor '.' and has no separator.");
    }

    private static Operand ApplyPathMapping(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var path = arguments[0].String;
        evaluator.ReserveText(path.Length);
        if (evaluator.Context.PathMappingRules is not { } rules) return Operand.OfUnresolved(ExpressionType.Path);
        evaluator.CountElements(rules.Count);
        return Operand.OfPath(PathMapping.TryApply(rules, path) ?? PurePath.Normalize(path, evaluator.Format));
    }
}
