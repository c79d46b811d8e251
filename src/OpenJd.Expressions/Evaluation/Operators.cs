using OpenJd.Expressions.Functions;

namespace OpenJd.Expressions.Evaluation;

/// <summary>The functions behind operators, found once. Source: expression language §2.1.</summary>
internal static class Operators
{
    public static Function Add { get; } = FunctionLibrary.Operator("__add__");

    public static Function Subtract { get; } = FunctionLibrary.Operator("__sub__");

    public static Function Multiply { get; } = FunctionLibrary.Operator("__mul__");

    public static Function Divide { get; } = FunctionLibrary.Operator("__truediv__");

    public static Function FloorDivide { get; } = FunctionLibrary.Operator("__floordiv__");

    public static Function Modulo { get; } = FunctionLibrary.Operator("__mod__");

    public static Function Power { get; } = FunctionLibrary.Operator("__pow__");

    public static Function Negate { get; } = FunctionLibrary.Operator("__neg__");

    public static Function Plus { get; } = FunctionLibrary.Operator("__pos__");

    public static Function Not { get; } = FunctionLibrary.Operator("__not__");

    public static Function Equal { get; } = FunctionLibrary.Operator("__eq__");

    public static Function NotEqual { get; } = FunctionLibrary.Operator("__ne__");

    public static Function Less { get; } = FunctionLibrary.Operator("__lt__");

    public static Function LessOrEqual { get; } = FunctionLibrary.Operator("__le__");

    public static Function Greater { get; } = FunctionLibrary.Operator("__gt__");

    public static Function GreaterOrEqual { get; } = FunctionLibrary.Operator("__ge__");

    public static Function Contains { get; } = FunctionLibrary.Operator("__contains__");

    public static Function NotContains { get; } = FunctionLibrary.Operator("__not_contains__");

    public static Function Item { get; } = FunctionLibrary.Operator("__getitem__");
}
