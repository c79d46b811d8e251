using CsCheck;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;

namespace OpenJd.Model.Tests.ParameterSpaces;

/// <summary>Spaces beside nested loops.</summary>
public sealed class SpacePropertyTests
{
    private static readonly Gen<(int A, int B, int C)> Lengths = Gen.Select(
        Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[1, 5]);

    [Fact]
    public void A_product_is_nested_loops_whose_last_turns_fastest() => Lengths.Sample(lengths =>
    {
        var (a, b, c) = lengths;
        var expected =
            from one in Enumerable.Range(1, b)
            from two in Enumerable.Range(1, c)
            from three in Enumerable.Range(1, a)
            select (three, one, two);
        AssertRows(expected, Space("B * C * A", a, b, c));
    });

    [Fact]
    public void An_association_of_products_goes_side_by_side() => Lengths.Sample(lengths =>
    {
        var (a, b, _) = lengths;
        var expected =
            from one in Enumerable.Range(0, a)
            from two in Enumerable.Range(0, b)
            select (one + 1, two + 1, (one * b) + two + 1);
        AssertRows(expected, Space("(A * B, C)", a, b, a * b));
    });

    [Fact]
    public void An_association_may_hold_another_one() => Lengths.Sample(lengths =>
    {
        var expected = Enumerable.Range(1, lengths.A).Select(value => (value, value, value));
        AssertRows(expected, Space("((A), (B, C))", lengths.A, lengths.A, lengths.A));
    });

    [Fact]
    public void Every_place_of_a_huge_space_is_found_again() =>
        Gen.Select(
            Gen.Long[1, 1L << 30], Gen.Long[1, 1L << 30], Gen.Int[1, 7], Gen.Double[0, 1]).Sample((a, b, c, where) =>
        {
            var space = Space("(A) * C * B", a, b, c);
            Assert.Equal(a * b * c, space.Length);
            var index = Math.Min((long)(where * space.Length), space.Length - 1);
            Assert.Equal(index, space.IndexOf(space[index]));
        });

    [Fact]
    public void Values_outside_of_the_space_have_no_place()
    {
        var space = Space("A * B * C", 2, 2, 2);
        Assert.Null(space.IndexOf([Value("A", "3"), Value("B", "1"), Value("C", "1")]));
        Assert.Null(space.IndexOf([Value("A", "x"), Value("B", "1"), Value("C", "1")]));
        Assert.Null(space.IndexOf([Value("A", "1"), Value("B", "1")]));
        Assert.Null(space.IndexOf([Value("A", "1"), Value("B", "1"), Value("D", "1")]));
        Assert.Equal(7, space.IndexOf([Value("C", "2"), Value("A", "+02"), Value("B", "2")]));
        Assert.Throws<ArgumentOutOfRangeException>(() => space[8]);
        Assert.Throws<ArgumentOutOfRangeException>(() => space[-1]);
    }

    [Fact]
    public void A_step_without_parameters_is_one_task()
    {
        var space = ParameterSpace.Create(null);
        Assert.Equal(1, space.Length);
        Assert.Empty(space[0]);
        Assert.Equal(0, space.IndexOf([]));
    }

    private static void AssertRows(IEnumerable<(int A, int B, int C)> expected, ParameterSpace space)
    {
        var rows = new List<string>();
        for (var i = 0L; i < space.Length; i++)
        {
            rows.Add(string.Join(' ', space[i].Select(value => value.Value)));
            Assert.Equal(i, space.IndexOf(space[i]));
        }

        Assert.Equal(expected.Select(row => $"{row.A} {row.B} {row.C}"), rows);
        var middle = rows.Count / 2;
        Assert.Equal(
            rows[middle..], space.Tasks(middle).Select(task => string.Join(' ', task.Select(value => value.Value))));
    }

    private static TaskParameterValue Value(string name, string value) => new(name, TaskParameterType.Int, value);

    private static ParameterSpace Space(string combination, long a, long b, long c) =>
        ParameterSpace.Create(new ParameterSpaceDefinition
        {
            Parameters = [OneTo("A", a), OneTo("B", b), OneTo("C", c)],
            Combination = combination,
        });

    private static TaskParameterDefinition OneTo(string name, long last) =>
        new() { Name = name, Type = TaskParameterType.Int, RangeExpression = $"1-{last}" };
}
