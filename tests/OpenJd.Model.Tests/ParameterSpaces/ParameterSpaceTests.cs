using CsCheck;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;

namespace OpenJd.Model.Tests.ParameterSpaces;

public sealed class ParameterSpaceTests
{
    [Fact]
    public void The_last_parameter_moves_fastest()
    {
        var space = Space(null, Range("Frame", "1-2"), List("Camera", "left", "right"));
        Assert.Equal(["1 left", "1 right", "2 left", "2 right"], Rows(space));
    }

    [Fact]
    public void An_association_moves_its_members_together()
    {
        var space = Space("(A, B) * C", Range("A", "1-2"), List("B", "x", "y"), Range("C", "7-8"));
        Assert.Equal(["1 x 7", "1 x 8", "2 y 7", "2 y 8"], Rows(space));
    }

    [Fact]
    public void A_space_beyond_64_bits_is_refused()
    {
        var error = Assert.Throws<ParameterSpaceException>(
            () => Space(null, Range("A", "1-4294967296"), Range("B", "0-2147483647")));
        Assert.Equal("The parameter space has more than 9223372036854775807 tasks.", error.Message);
    }

    [Fact]
    public void Every_index_is_found_again_by_its_values() =>
        Gen.Select(Gen.Int[1, 500], Gen.Int[1, 60], Gen.Int[1, 9]).Sample((end, count, step) =>
        {
            var space = Space(
                "C * (A, B)", Range("A", $"1-{count}"), Range("B", $"1-{count}"), Range("C", $"0-{end}:{step}"));
            var index = space.Length * 2 / 3;
            return space.IndexOf(space[index]) == index && space.IndexOf(space[space.Length - 1]) == space.Length - 1;
        });

    private static IEnumerable<string> Rows(ParameterSpace space)
    {
        for (var i = 0L; i < space.Length; i++) yield return string.Join(' ', space[i].Select(value => value.Value));
    }

    private static ParameterSpace Space(string? combination, params TaskParameterDefinition[] parameters) =>
        ParameterSpace.Create(new ParameterSpaceDefinition { Parameters = parameters, Combination = combination });

    private static TaskParameterDefinition Range(string name, string range) =>
        new() { Name = name, Type = TaskParameterType.Int, RangeExpression = range };

    private static TaskParameterDefinition List(string name, params string[] values) =>
        new() { Name = name, Type = TaskParameterType.String, Values = values };
}
