using System.Text.Json;
using OpenJd.Vectors;
using OpenJd.Vectors.Suites;

namespace OpenJd.Expressions.Tests.Vectors;

/// <summary>Holds the language to the vectors, where OPENJD_VECTORS_DIR says or beside the repository.</summary>
public sealed class ExpressionVectorTests
{
    // Vectors that follow the reference where the text leaves the answer open, and that are answered otherwise here.
    private static readonly Dictionary<string, string> OtherResults = new(StringComparer.Ordinal)
    {
        ["r-7c9b9d22fcd5"] = "re_findall() of an unknown text can give either of the two types of its signature.",
        ["r-154302e039a6"] = "round() of an unknown float can give either of the two types of its signature.",
        ["r-6b9ee213467f"] = "The least int has one sign, not two, when it is put into a file name.",
        ["s-f687f111eefb"] = "A range may have any ints; the reference ends at 2^62.",
    };

    private static readonly ExpressionSuite Suite = new();

    [Fact]
    public void Results_are_those_of_the_vectors()
    {
        var differences = Vectors().Select(vector => (Id: IdOf(vector), Difference: Judge.DifferenceOf(Suite, vector)))
            .Where(one => one.Difference is not null)
            .ToDictionary(one => one.Id, one => one.Difference);
        Assert.Equal(OtherResults.Keys.Order(StringComparer.Ordinal), differences.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Errors_are_of_the_kinds_of_the_vectors()
    {
        var differences = Vectors().Where(vector => vector.TryGetProperty("error", out _))
            .Where(vector => Suite.Answer(vector)["error"] is { } error
                && (string?)error != vector.GetProperty("error").GetString())
            .Select(IdOf);
        Assert.Empty(differences);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("{", null)]
    [InlineData("[1]", null)]
    [InlineData("null", null)]
    [InlineData("\"text\"", null)]
    [InlineData("{\"id\": \"a\"}", "a")]
    [InlineData("{\"id\": \"a\", \"expr\": 1}", "a")]
    [InlineData("{\"id\": \"a\", \"expr\": \"1\", \"symbols\": 5}", "a")]
    [InlineData("{\"id\": \"a\", \"expr\": \"1\", \"symbols\": {\"A\": {\"type\": \"int\", \"value\": \"x\"}}}", "a")]
    [InlineData("{\"id\": \"a\", \"expr\": \"1\", \"symbols\": {\"A\": {\"type\": \"list[int]\"}}}", "a")]
    [InlineData("{\"id\": \"a\", \"expr\": \"1\", \"target\": \"list[\"}", "a")]
    [InlineData("{\"id\": \"a\", \"expr\": \"1\", \"path_mapping\": [1]}", "a")]
    [InlineData("{\"id\": \"a\", \"expr\": \"'\\ud800'\"}", "a")]
    public void A_line_that_is_no_vector_gets_an_answer(string line, string? id)
    {
        using var answer = JsonDocument.Parse(Answers.To(line, Suite));
        Assert.Equal(id, answer.RootElement.GetProperty("id").GetString());
        Assert.NotEqual("", answer.RootElement.GetProperty("error").GetString());
    }

    private static List<JsonElement> Vectors()
    {
        var file = VectorFolder.FileOf(Suite.Name);
        Assert.SkipWhen(file is null, "There are no vectors beside the repository; OPENJD_VECTORS_DIR says where.");
        return [.. File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string IdOf(JsonElement vector) => vector.GetProperty("id").GetString()!;
}
