using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Tests.Types;

public sealed class ExpressionTypeTests
{
    [Theory]
    [InlineData("int", "int")]
    [InlineData(" list[ int ] ", "list[int]")]
    [InlineData("int?", "int?")]
    [InlineData("nulltype | int", "int?")]
    [InlineData("string | int", "int | string")]
    [InlineData("(int", null)]
    [InlineData("string? | list[string]", "list[string] | string | nulltype")]
    [InlineData("int | int", "int")]
    [InlineData("int | any", "any")]
    [InlineData("int | noreturn", "int")]
    [InlineData("noreturn | noreturn", "noreturn")]
    [InlineData("unresolved", "unresolved")]
    [InlineData("unresolved[any]", "unresolved")]
    [InlineData("unresolved[unresolved[int]]", "unresolved[int]")]
    [InlineData("list[unresolved[int]]", "unresolved[list[int]]")]
    [InlineData("int | unresolved[string]", "unresolved[int | string]")]
    [InlineData("unresolved[int] | unresolved[string?]", "unresolved[int | string | nulltype]")]
    [InlineData("list[list[T1]]", "list[list[T1]]")]
    public void Types_are_read_into_normal_form(string text, string? normal)
    {
        if (normal is null) Assert.Throws<ExpressionException>(() => ExpressionType.Parse(text));
        else Assert.Equal(normal, ExpressionType.Parse(text).ToString());
    }

    [Theory]
    [InlineData("", 0, "The type '' cannot be read: at character 1, the name of a type is missing.")]
    [InlineData("integer", 7, "The type 'integer' cannot be read: at character 8, 'integer' is no type.")]
    [InlineData("list", 4, "The type 'list' cannot be read: at character 5, 'list' needs the type of its elements, "
        + "as in list[int].")]
    [InlineData("list[int", 8, "The type 'list[int' cannot be read: at character 9, a ']' is missing.")]
    [InlineData("int]", 3, "The type 'int]' cannot be read: at character 4, ']' is not expected here.")]
    public void What_spells_no_type_is_an_error_at_its_place(string text, int at, string reason)
    {
        var error = Assert.Throws<ExpressionException>(() => ExpressionType.Parse(text));
        Assert.Equal((ExpressionErrorKind.Syntax, at, reason), (error.Kind, error.Span.Start, error.Reason));
    }

    [Fact]
    public void Types_nest_only_so_deep() =>
        Assert.Throws<ExpressionException>(() => ExpressionType.Parse(string.Concat(Enumerable.Repeat("list[", 9))));

    [Fact]
    public void Equal_types_are_equal_however_they_were_made()
    {
        var made = ExpressionType.UnionOf(ExpressionType.String, ExpressionType.OptionalOf(ExpressionType.Int));
        var read = ExpressionType.Parse("int | string | nulltype");
        Assert.Equal(read, made);
        Assert.Equal(read.GetHashCode(), made.GetHashCode());
        Assert.NotEqual(read, ExpressionType.Int);
        Assert.Same(ExpressionType.ListOf(ExpressionType.Int), ExpressionType.Parse("list[int]"));
    }
}
