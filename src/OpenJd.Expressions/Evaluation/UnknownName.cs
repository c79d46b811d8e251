using OpenJd.Expressions.Functions;
using OpenJd.Expressions.Symbols;

namespace OpenJd.Expressions.Evaluation;

/// <summary>Says what is wrong with a name that stands for nothing.</summary>
internal static class UnknownName
{
    public static string Describe(string name, SymbolTable symbols) => FunctionLibrary.Find(name) is not null
        ? $"'{name}' is a function and has no value: call it, as in {name}(...)."
        : $"'{name}' has no value here.{NameSuggestion.For(name, symbols.Names)}";
}
