using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Tests.Support;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Functions;

public sealed class PathFunctionTests
{
    [Theory]
    [InlineData("path('/a//b/./c/')", "path /a/b/c")]
    [InlineData("path(['/a', 'b', ''])", "path /a/b")]
    [InlineData("path([])", "path .")]
    [InlineData("path(['s3://b', '', 'x'])", "path s3://b//x")]
    [InlineData("path('/a/b.tar.gz').name", "string b.tar.gz")]
    [InlineData("path('/a/b.tar.gz').stem", "string b.tar")]
    [InlineData("path('/a/b.tar.gz').suffix", "string .gz")]
    [InlineData("path('/a/b.tar.gz').suffixes", "list[string] [\".tar\", \".gz\"]")]
    [InlineData("path('/a/b.tar.gz').parent", "path /a")]
    [InlineData("path('/a/b').parts", "list[string] [\"/\", \"a\", \"b\"]")]
    [InlineData("path('').parts", "list[string] []")]
    [InlineData("path('/a/b.x').with_name('c')", "path /a/c")]
    [InlineData("path('/a/b.x').with_stem('c')", "path /a/c.x")]
    [InlineData("path('/a/b.x').with_suffix('')", "path /a/b")]
    [InlineData("path('a').with_suffix('.tar.gz')", "path a.tar.gz")]
    [InlineData("path('s3://b/f.x').with_suffix('.y')", "path s3://b/f.y")]
    [InlineData("path('/a/f_003.exr').with_number(72)", "path /a/f_072.exr")]
    [InlineData("with_number('d1/f_%04d.exr', -1)", "string d1/f_-001.exr")]
    [InlineData("path('/a/b').relative_to('/a')", "path b")]
    [InlineData("path('/a/b').is_relative_to(path('/c'))", "bool false")]
    [InlineData("path('a').is_relative_to(path(''))", "bool true")]
    [InlineData("path('a\\\\b').as_posix()", "string a\\b")]
    [InlineData("path('/a').is_absolute()", "bool true")]
    [InlineData("path('s3://b').is_absolute()", "bool true")]
    public void Posix_paths_and_uris_are_worked_with(string expression, string result) =>
        Assert.Equal(result, Evaluated.Of(expression));

    [Theory]
    [InlineData("path('c:/a/b.x')", "path c:\\a\\b.x")]
    [InlineData("path('a/b').as_posix()", "string a/b")]
    [InlineData("path('//srv/share/d/f').parent", "path \\\\srv\\share\\d")]
    [InlineData("path('C:/A').is_relative_to('c:/')", "bool true")]
    [InlineData("path('a').with_name('x:y')", "path .\\x:y")]
    [InlineData("with_number('d1\\\\f', 5)", "string d1\\f_0005")]
    [InlineData("path('s3://b/x').relative_to('s3://b')", "path x")]
    public void Windows_paths_are_worked_with(string expression, string result) =>
        Assert.Equal(result, Evaluated.Of(expression, PathFormat.Windows));

    [Theory]
    [InlineData("path('/').with_name('a')", ExpressionErrorKind.Value, "no file name")]
    [InlineData("path('s3://b').with_number(1)", ExpressionErrorKind.Value, "no file name")]
    [InlineData("with_number('', 1)", ExpressionErrorKind.Value, "no file name")]
    [InlineData("path('a').with_name('b/c')", ExpressionErrorKind.Value, "'b/c' is no file name")]
    [InlineData("path('a').with_name('.')", ExpressionErrorKind.Value, "'.' is no file name")]
    [InlineData("path('a').with_stem('')", ExpressionErrorKind.Value, "'' is no file name")]
    [InlineData("path('a.x').with_stem('')", ExpressionErrorKind.Value, "the suffix '.x' alone")]
    [InlineData("path('a').with_suffix('x')", ExpressionErrorKind.Value, "'x' is no suffix")]
    [InlineData("path('a').with_suffix('.')", ExpressionErrorKind.Value, "'.' is no suffix")]
    [InlineData("path('a').with_suffix('./x')", ExpressionErrorKind.Value, "no file name")]
    [InlineData("path('%033d').with_number(1)", ExpressionErrorKind.Value, "more than 32")]
    [InlineData("path('/a').relative_to('/b')", ExpressionErrorKind.Value, "does not lie beneath '/b'")]
    [InlineData("'/a'.is_absolute()", ExpressionErrorKind.Type, "no method is_absolute")]
    [InlineData("'a'.stem", ExpressionErrorKind.Type, "no property 'stem'")]
    [InlineData("path('/a')[0]", ExpressionErrorKind.Type, "does not go with")]
    [InlineData("apply_path_mapping('/a')", ExpressionErrorKind.Name, "where a session runs")]
    public void What_paths_cannot_be_is_refused(string expression, ExpressionErrorKind kind, string words) =>
        Evaluated.AssertRefused(expression, kind, words);

    [Fact]
    public void Paths_are_mapped_by_the_rules_of_the_session()
    {
        var context = EvaluationContext.Template with
        {
            IsHostContext = true,
            PathMappingRules = [new(SourcePathFormat.Windows, @"Z:\proj", "/mnt/z")],
        };
        Assert.Equal("/mnt/z/a", Map(@"'z:/PROJ/a'", context).Text);
        Assert.Equal("/mnt/z/", Map(@"'Z:\\proj\\'", context).Text);
        Assert.Equal("/other/x", Map("'/other//x/'", context).Text);
        Assert.Equal(ExpressionType.Path, Map("'/other'", context).Type);
    }

    [Fact]
    public void A_mapped_path_is_unknown_while_the_rules_are()
    {
        var context = EvaluationContext.Template with { IsHostContext = true };
        Assert.Equal("unresolved[path]", Map("'/a'", context).Type.ToString());
    }

    private static ExpressionValue Map(string text, EvaluationContext context) =>
        Expression.Parse($"apply_path_mapping({text})").Evaluate(new SymbolTable(), context);
}
