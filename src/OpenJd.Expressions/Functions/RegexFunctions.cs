using System.Text;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Regexes;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Functions;

/// <summary>Regular expressions. Source: expression language §2.2.5.</summary>
internal static class RegexFunctions
{
    private const string Special = @"\.+*?()|[]{}^$#&-~";

    // What it takes to read a pattern: a share of its length and of what it becomes.
    private const int PatternPerOperation = 2;

    private delegate Operand Search(
        ref Evaluator evaluator, PortableRegex regex, RegexBudget budget, ReadOnlySpan<Operand> arguments);

    public static void AddTo(FunctionTable table)
    {
        table.Add("re_match", "(string, string) -> list[string]?", Match);
        table.Add("re_search", "(string, string) -> list[string]?", SearchAnywhere);
        table.Add("re_findall", "(string, string) -> list[string] | list[list[string]]", FindAll);
        table.Add("re_sub", "(string, string, string) -> string", Substitute);
        table.Add("re_split", "(string, string) -> list[string]", Split);
        table.Add("re_split", "(string, string, int) -> list[string]", Split);
        table.Add("re_escape", "(string) -> string", Escape);
    }

    private static Operand Match(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Run(ref evaluator, arguments, (ref evaluator, regex, budget, arguments) =>
            Groups(ref evaluator, budget, regex.Find(arguments[0].String, atStart: true, budget)));

    private static Operand SearchAnywhere(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Run(ref evaluator, arguments, (ref evaluator, regex, budget, arguments) =>
            Groups(ref evaluator, budget, regex.Find(arguments[0].String, atStart: false, budget)));

    private static Operand FindAll(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Run(ref evaluator, arguments, (ref evaluator, regex, budget, arguments) => regex.Groups < 2
            ? FindTexts(ref evaluator, regex, budget, arguments[0].String)
            : FindGroups(ref evaluator, regex, budget, arguments[0].String));

    private static Operand Substitute(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        RefuseReferences(arguments[2].String);
        return Run(ref evaluator, arguments, Substitute);
    }

    private static Operand Split(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Run(ref evaluator, arguments, Split);

    private static Operand Escape(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var text = arguments[0].String;
        evaluator.ReserveText(2L * text.Length);
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (Special.Contains(character)) escaped.Append('\\');
            escaped.Append(character);
        }

        return Operand.Of(escaped.ToString());
    }

    /// <summary>Reads the pattern, pays for that, and ends with the limit's error where it costs too much.</summary>
    private static Operand Run(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments, Search search)
    {
        var pattern = arguments[1].String;
        evaluator.CountText(arguments[0].String.Length);
        evaluator.CountElements(pattern.Length / PatternPerOperation);
        try
        {
            var regex = RegexCache.Get(pattern);
            evaluator.CountElements(regex.States / PatternPerOperation);
            return search(ref evaluator, regex, new RegexBudget(evaluator.OperationsLeft), arguments);
        }
        catch (RegexException problem)
        {
            throw ValueError.Of(problem.Message + ".");
        }
        catch (RegexBudgetException)
        {
            evaluator.CountElements(long.MaxValue);
            throw;
        }
    }

    private static Operand Groups(ref Evaluator evaluator, RegexBudget budget, string[]? groups)
    {
        evaluator.CountElements(budget.TakeOperations());
        return groups is null ? Operand.Null : TextList.Of(ref evaluator, groups);
    }

    /// <summary>The texts of all matches, or of their only group.</summary>
    private static Operand FindTexts(ref Evaluator evaluator, PortableRegex regex, RegexBudget budget, string text)
    {
        var found = new TextList();
        foreach (var slots in regex.FindAll(text, withGroups: regex.Groups > 0, budget))
        {
            evaluator.CountElements(budget.TakeOperations());
            found.Add(ref evaluator, PortableRegex.Texts(text, slots)[regex.Groups]);
        }

        evaluator.CountElements(budget.TakeOperations());
        return found.Build();
    }

    private static Operand FindGroups(ref Evaluator evaluator, PortableRegex regex, RegexBudget budget, string text)
    {
        var found = new List<Operand>();
        var bytes = 0L;
        foreach (var slots in regex.FindAll(text, withGroups: true, budget))
        {
            evaluator.CountElements(budget.TakeOperations());
            var groups = TextList.Of(ref evaluator, PortableRegex.Texts(text, slots).Skip(1));
            bytes += groups.MemorySize;
            evaluator.Reserve(bytes + Operand.ListSize(4L * found.Count));
            found.Add(groups);
        }

        evaluator.CountElements(budget.TakeOperations());
        return Operand.Of(new ListValue(ExpressionType.ListOf(ExpressionType.String), [.. found], found.Count));
    }

    private static Operand Substitute(
        ref Evaluator evaluator, PortableRegex regex, RegexBudget budget, ReadOnlySpan<Operand> arguments)
    {
        var (text, replacement) = (arguments[0].String, arguments[2].String);
        var result = new StringBuilder();
        var end = 0;
        foreach (var slots in regex.FindAll(text, withGroups: false, budget))
        {
            evaluator.CountElements(budget.TakeOperations());
            evaluator.Reserve(Operand.TextSize((long)result.Length + (slots[0] - end) + replacement.Length));
            result.Append(text, end, slots[0] - end).Append(replacement);
            end = slots[1];
        }

        evaluator.CountElements(budget.TakeOperations());
        evaluator.ReserveText((long)result.Length + text.Length - end);
        return Operand.Of(result.Append(text, end, text.Length - end).ToString());
    }

    /// <summary>As in Python, no splits means as many as there are, and fewer than none means none.</summary>
    private static Operand Split(
        ref Evaluator evaluator, PortableRegex regex, RegexBudget budget, ReadOnlySpan<Operand> arguments)
    {
        var text = arguments[0].String;
        var splits = arguments.Length < 3 || arguments[2].Int == 0 ? long.MaxValue : arguments[2].Int;
        var parts = new TextList();
        var end = 0;
        if (splits > 0)
        {
            foreach (var slots in regex.FindAll(text, withGroups: false, budget))
            {
                evaluator.CountElements(budget.TakeOperations());
                parts.Add(ref evaluator, text[end..slots[0]]);
                end = slots[1];
                if (parts.Count >= splits) break;
            }
        }

        evaluator.CountElements(budget.TakeOperations());
        parts.Add(ref evaluator, text[end..]);
        return parts.Build();
    }

    private static void RefuseReferences(string replacement)
    {
        for (var i = 0; i + 1 < replacement.Length; i++)
        {
            var next = replacement[i + 1];
            var refers = replacement[i] switch
            {
                '\\' => char.IsAsciiDigit(next) || replacement.AsSpan(i + 1).StartsWith("g<"),
                '$' => char.IsAsciiDigit(next) || next == '{',
                _ => false,
            };
            if (!refers) continue;
            throw ValueError.Of(
                $"'{replacement[i]}{next}' at character {i + 1} of the replacement refers to a group, and cannot.");
        }
    }
}
