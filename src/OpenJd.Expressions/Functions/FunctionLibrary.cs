using System.Collections.Frozen;

namespace OpenJd.Expressions.Functions;

/// <summary>All functions, methods, operators and properties of the language. Source: expression language §2.</summary>
internal static class FunctionLibrary
{
    private const string PropertyPrefix = "__property_";
    private static readonly FrozenDictionary<string, Function> Functions = Build();

    /// <summary>The function that is called by a name, or null.</summary>
    public static Function? Find(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) ? null : Functions.GetValueOrDefault(name);

    /// <summary>The function behind a property, or null.</summary>
    public static Function? FindProperty(string name) => Functions.GetValueOrDefault($"{PropertyPrefix}{name}__");

    /// <summary>The function behind an operator, by the specification's name such as <c>__add__</c>.</summary>
    public static Function Operator(string name) => Functions[name];

    /// <summary>The names that can be called.</summary>
    public static IEnumerable<string> Names =>
        Functions.Keys.Where(name => !name.StartsWith("__", StringComparison.Ordinal));

    private static FrozenDictionary<string, Function> Build()
    {
        var table = new FunctionTable();
        ArithmeticOperators.AddTo(table);
        ComparisonOperators.AddTo(table);
        StringOperators.AddTo(table);
        ListOperators.AddTo(table);
        Subscripts.AddTo(table);
        PathOperators.AddTo(table);
        MathFunctions.AddTo(table);
        ListFunctions.AddTo(table);
        RangeFunctions.AddTo(table);
        GeneralFunctions.AddTo(table);
        ConversionFunctions.AddTo(table);
        CaseFunctions.AddTo(table);
        CharacterTests.AddTo(table);
        StripFunctions.AddTo(table);
        SearchFunctions.AddTo(table);
        SplitFunctions.AddTo(table);
        PaddingFunctions.AddTo(table);
        RegexFunctions.AddTo(table);
        QuotingFunctions.AddTo(table);
        PathProperties.AddTo(table);
        PathFunctions.AddTo(table);
        return table.ToFrozen();
    }
}
