using System.CommandLine;
using System.CommandLine.Parsing;

namespace Renderacre.Cli.Commands;

/// <summary>Has a command line refuse numbers that are too small, naming what gives them.</summary>
internal static class Minimum
{
    /// <summary>Refuses what is less.</summary>
    /// <param name="option">An option whose value is a number.</param>
    /// <param name="least">The least number that is taken.</param>
    public static void RequireAtLeast<T>(this Option<T> option, int least) =>
        option.Validators.Add(result => Check(result, option.Name, result.GetValueOrDefault<T>() as int?, least));

    /// <inheritdoc cref="RequireAtLeast{T}(Option{T}, int)"/>
    /// <param name="argument">An argument whose value is a number.</param>
    /// <param name="least">The least number that is taken.</param>
    public static void RequireAtLeast(this Argument<int> argument, int least) =>
        argument.Validators.Add(result => Check(result, argument.Name, result.GetValueOrDefault<int>(), least));

    private static void Check(SymbolResult result, string name, int? value, int least)
    {
        if (result.Tokens.Count == 1 && value < least)
            result.AddError($"{name} is {result.Tokens[0].Value}; {least} or more is wanted");
    }
}
