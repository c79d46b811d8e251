using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Evaluation;

public sealed class NameTests
{
    [Theory]
    [InlineData("Param.Int", "int 10")]
    [InlineData("Param.if", "int 7")]
    [InlineData("Param.File.stem", "string beauty.0042")]
    [InlineData("Param.File.parent.name", "string proj")]
    [InlineData("Param.File.stem.upper()", "string BEAUTY.0042")]
    [InlineData("U.Path.parent.stem", "unresolved[string]")]
    [InlineData("[p.name for p in [Param.File]]", "list[string] [\"beauty.0042.exr\"]")]
    [InlineData("(Param).Int", "!Name")]
    [InlineData("Param", "!Name")]
    [InlineData("param.Int", "!Name")]
    [InlineData("Param.Int.stem", "!Type")]
    [InlineData("Param.Int.nothing", "!Name")]
    [InlineData("Param.Text.upper", "!Name")]
    [InlineData("Param.File.stem()", "!Name")]
    [InlineData("__add__(1, 2)", "!Name")]
    [InlineData("(1).__add__(2)", "!Name")]
    [InlineData("apply_path_mapping('/a')", "!Name")]
    [InlineData("'x'()", "!Type")]
    [InlineData("upper('a')('b')", "!Type")]
    [InlineData("true()", "!Name")]
    public void The_longest_symbol_of_a_dotted_name_counts(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Theory]
    [InlineData("Param.Imt + 1", 0, "'Param.Imt' has no value here. Is 'Param.Int' meant?")]
    [InlineData("lem('a')", 0, "There is no function 'lem'. Is 'len' meant?")]
    [InlineData("'a'.uper()", 4, "There is no function 'uper'. Is 'upper' meant?")]
    [InlineData("len", 0, "'len' is a function and has no value: call it, as in len(...).")]
    [InlineData("Param.Text.upper", 11, "'upper' is a function: call it, as in .upper().")]
    [InlineData("path('a').stem()", 10, "'stem' is a property: leave the parentheses out.")]
    [InlineData("path('a').stam", 10, "There is no property 'stam'.")]
    [InlineData("apply_path_mapping('/a')", 0, "apply_path_mapping() exists only where a session runs, on the worker's "
        + "host.")]
    [InlineData("zzz_zzz", 0, "'zzz_zzz' has no value here.")]
    public void An_unknown_name_is_told_with_what_may_be_meant(string expression, int caret, string reason)
    {
        var error = Eval.Error(expression);
        Assert.Equal((ExpressionErrorKind.Name, caret, reason), (error.Kind, error.Caret, error.Reason));
    }
}
