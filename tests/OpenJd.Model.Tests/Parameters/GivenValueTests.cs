using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Parameters;

public sealed class GivenValueTests
{
    private const string Definitions = """
        parameterDefinitions:
        - {name: Text, type: STRING, minLength: 2, maxLength: 3}
        - {name: Count, type: INT, minValue: 1, maxValue: 9}
        - {name: Scale, type: FLOAT, allowedValues: [0.5, 2]}
        - {name: Dir, type: PATH, default: a}
        """;

    private static readonly PathContext Posix = new("/show/templates", "/home/ana");
    private static readonly PathContext Windows = new(@"C:\show\templates", @"\\nas\home\ana");

    [Fact]
    public void Missing_values_are_all_told_at_their_definitions() => Assert.Equal(
        [
            "line 4, column 3: parameterDefinitions[0]: The parameter 'Text' needs a value: it has no default.",
            "line 5, column 3: parameterDefinitions[1]: The parameter 'Count' needs a value: it has no default.",
            "line 6, column 3: parameterDefinitions[2]: The parameter 'Scale' needs a value: it has no default.",
        ],
        ErrorsOf("{}"));

    [Fact]
    public void Values_that_break_constraints_are_all_told() => Assert.Equal(
        [
            "parameters -> Cont: There is no parameter 'Cont'. Did you mean 'Count'?",
            "parameters -> Text: The value 'a' has 1 character; 2 are the fewest.",
            "parameters -> Count: The value 10 is above maxValue 9.",
            "parameters -> Scale: The value '1' is not one of the allowed: 0.5, 2.",
            "parameters -> Dir: The value must be a path as text, not the boolean true.",
        ],
        ErrorsOf("""{"Text": "a", "Count": 10, "Scale": 1, "Dir": true, "Cont": 1}"""));

    [Fact]
    public void Values_of_another_type_are_all_told() => Assert.Equal(
        [
            "parameters -> Text: The value must be text, not null.",
            "parameters -> Count: The value 'x' is not a whole number of 64 bits.",
            "parameters -> Scale: The value 'nan' is not a finite decimal number.",
            "parameters -> Dir: The value must be a path as text, not a list.",
        ],
        ErrorsOf("""{"Text": null, "Count": "x", "Scale": "nan", "Dir": ["a"]}"""));

    [Theory]
    [InlineData("STRING", "\" x \"", " x ")]
    [InlineData("STRING", "\"\"", "")]
    [InlineData("STRING", "5", "5")]
    [InlineData("STRING", "1.50", "1.5")]
    [InlineData("STRING", "\"{{Param.V}}\"", "{{Param.V}}")]
    [InlineData("INT", "5", "5")]
    [InlineData("INT", "\"+005\"", "5")]
    [InlineData("INT", "\" 5 \"", "5")]
    [InlineData("INT", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("FLOAT", "5", "5")]
    [InlineData("FLOAT", "2.50", "2.50")]
    [InlineData("FLOAT", "\"1e3\"", "1e3")]
    [InlineData("PATH", "5", "/home/ana/5")]
    public void Values_are_taken_in_their_own_type_or_as_text(string type, string json, string value)
    {
        var parameter = Assert.Single(Job($"[{{name: V, type: {type}}}]", $"{{\"V\": {json}}}", Posix).Parameters);
        Assert.Equal(new JobParameter("V", Enum.Parse<JobParameterType>(type, ignoreCase: true), value), parameter);
    }

    [Theory]
    [InlineData("a/./b//c/../d", "/home/ana/a/b/d")]
    [InlineData("../../../x", "/x")]
    [InlineData(".", "/home/ana")]
    [InlineData("/abs/../x", "/abs/../x")]
    [InlineData("C:\\\\x", "/home/ana/C:\\x")]
    [InlineData("", "")]
    public void A_relative_path_is_joined_to_the_working_directory(string given, string value) =>
        Assert.Equal(value, PathOf(given, Posix));

    [Theory]
    [InlineData("a/b", @"\\nas\home\ana\a\b")]
    [InlineData(@"..\\b", @"\\nas\home\b")]
    [InlineData(@"D:\\x", @"D:\x")]
    [InlineData("/x", "/x")]
    public void On_windows_both_separators_and_drives_count(string given, string value) =>
        Assert.Equal(value, PathOf(given, Windows));

    [Theory]
    [InlineData("a/../b", "/show/templates/b")]
    [InlineData("a/..", "/show/templates")]
    [InlineData("''", "")]
    public void A_default_path_is_joined_to_the_templates_directory(string fallback, string value) =>
        Assert.Equal(value, Job($"[{{name: V, type: PATH, default: {fallback}}}]", "{}", Posix).Parameters[0].Value);

    [Theory]
    [InlineData("/a", "The default '/a' must be a relative path: it is joined to the template's directory.")]
    [InlineData("a/../../b", "The default 'a/../../b' leads out of the template's directory.")]
    [InlineData("../templates2", "The default '../templates2' leads out of the template's directory.")]
    public void A_default_path_stays_in_the_templates_directory(string fallback, string error)
    {
        var submission = Submission($"[{{name: V, type: PATH, default: {fallback}}}]", "{}", Posix);
        Assert.Equal([error], submission.CreateJob().Errors.Select(one => one.Message));
    }

    [Fact]
    public void Constraints_of_a_path_hold_after_the_join()
    {
        const string Definition = "[{name: V, type: PATH, allowedValues: [/home/ana/a], maxLength: 11}]";
        Assert.Equal("/home/ana/a", Job(Definition, """{"V": "a"}""", Posix).Parameters[0].Value);
        Assert.Equal(
            ["The value '/home/ana/bb' has 12 characters; 11 are the most."],
            Submission(Definition, """{"V": "bb"}""", Posix).CreateJob().Errors.Select(one => one.Message));
    }

    private static string PathOf(string given, PathContext paths) =>
        Job("[{name: V, type: PATH}]", $"{{\"V\": \"{given}\"}}", paths).Parameters[0].Value;

    private static Job Job(string definitions, string values, PathContext paths)
    {
        var job = Submission(definitions, values, paths).CreateJob();
        Assert.Empty(job.Errors);
        return job.Value!;
    }

    private static JobSubmission Submission(string definitions, string values, PathContext paths) => new()
    {
        Template = TemplateText.WithField($"parameterDefinitions: {definitions}"),
        Parameters = Values(values),
        Paths = paths,
    };

    private static IEnumerable<string> ErrorsOf(string values) => new JobSubmission
    {
        Template = TemplateText.WithField(Definitions),
        Parameters = Values(values),
        Paths = Posix,
    }.CreateJob().Errors.Select(error => error.ToString());

    // Values that come from no document have no place in one.
    private static Dictionary<string, DocumentNode> Values(string json) =>
        ((MappingNode)DocumentReader.Read(json)).Entries
        .ToDictionary(entry => entry.Name, entry => entry.Value with { Line = 0, Column = 0 });
}
