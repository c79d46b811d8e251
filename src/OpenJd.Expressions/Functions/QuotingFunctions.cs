using System.Text;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Quoting;

namespace OpenJd.Expressions.Functions;

/// <summary>Values as text for scripts and files of other languages. Source: expression language §2.2.6.</summary>
internal static class QuotingFunctions
{
    private static readonly ListWriter PosixArguments = new("", " ", "", (text, value) =>
        PosixShell.Write(text, value.String));

    private static readonly ListWriter WindowsArguments = new("", " ", "", (text, value) =>
        WindowsCommand.Write(text, value.String));

    // An array of one array would be flattened; the comma keeps it.
    private static readonly ListWriter PowerShellArray =
        new("@(", ", ", ")", PowerShell.Write) { StartOfOneList = "@(," };

    private static readonly ListWriter PythonList = new("[", ", ", "]", PythonLiteral.Write);

    private static readonly ListWriter JsonArray = new("[", ", ", "]", JsonLiteral.Write);

    public static void AddTo(FunctionTable table)
    {
        table.Add("repr_sh", "(string) -> string", Posix);
        table.Add("repr_sh", "(path) -> string", Posix);
        table.Add("repr_sh", "(list[string]) -> string", Posix);
        table.Add("repr_sh", "(list[path]) -> string", Posix);
        table.Add("repr_cmd", "(string) -> string", Windows);
        table.Add("repr_cmd", "(list[string]) -> string", Windows);
        table.Add("repr_pwsh", "(string | int | float | bool | path | range_expr) -> string", ForPowerShell);
        table.Add("repr_pwsh", "(list[T]) -> string", ForPowerShell);
        table.Add("repr_py", "(nulltype | range_expr | path | bool | int | float | string) -> string", Python);
        table.Add("repr_py", "(list[T]) -> string", Python);
        table.Add("repr_json", "(nulltype | range_expr | path | bool | int | float | string) -> string", Json);
        table.Add("repr_json", "(list[T]) -> string", Json);
    }

    private static Operand Posix(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var quoted = Write(ref evaluator, arguments[0], PosixArguments);
        return quoted.String.Contains('\0')
            ? throw ValueError.Of("A shell's argument cannot hold the character NUL.")
            : quoted;
    }

    private static Operand Windows(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Write(ref evaluator, arguments[0], WindowsArguments);

    private static Operand ForPowerShell(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Write(ref evaluator, arguments[0], PowerShellArray);

    private static Operand Python(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Write(ref evaluator, arguments[0], PythonList);

    private static Operand Json(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Write(ref evaluator, arguments[0], JsonArray);

    private static Operand Write(ref Evaluator evaluator, Operand value, ListWriter writer)
    {
        evaluator.CountText(value.MemorySize);
        var text = new StringBuilder();
        if (value.TryGetList(out var list)) writer.Write(ref evaluator, text, list);
        else writer.WriteElement(text, value);
        return ListWriter.Finish(ref evaluator, text);
    }
}
